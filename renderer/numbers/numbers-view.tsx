import { List, X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'

import {
  countUnits,
  type Counts,
  type CountUnit,
  type ProjectState,
} from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { denialOf } from '../../shared/model/denial.ts'
import { leaveView } from '../commands/covering.ts'
import { focusWithin } from '../commands/focusing.ts'
import { showFirstGap } from '../commands/numbers-commands.ts'
import { chooseCounted, setCountUnit } from '../commands/numbers.ts'
import { Choice as ChoiceField, NamedOptions } from '../controls/choice.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useKeptKeyboard } from '../panels/use-kept-keyboard.ts'
import type { NumbersView as View } from '../store/state.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { labelChart, sourceChart, speakerChart, undeniedChart } from './count-charts.ts'
import type { Choice } from './count-filter.ts'
import { denialChart } from './denial-chart.ts'
import { FilterChips } from './filter-chips.tsx'
import { Picture, PictureToCome } from './picture.tsx'
import { progressCharts, timeChart } from './time-charts.ts'
import { useCounted, type Counted } from './use-counted.ts'
import { paceChart, wordChart } from './work-charts.ts'

import './numbers.css'

/** The whole project in numbers and pictures, over the desk. */
export function NumbersView() {
  const view = useWorkbenchAfterPaint(({ numbers }) => numbers)
  const project = useWorkbenchAfterPaint(({ project: open }) => open)
  return view === null || project === null ? null : <Shown project={project} view={view} />
}

function Shown({ view, project }: { readonly view: View; readonly project: ProjectState }) {
  const session = useSession()
  const region = useRef<HTMLElement>(null)
  const { labels, relationTypes, speakers } = project
  const { filter, unit } = view
  const denies = useMemo(() => {
    const denial = denialOf(labels, relationTypes)
    return denial === null ? null : { relationType: denial.type.id, label: denial.to.id }
  }, [labels, relationTypes])
  const counts = useCounted(
    'statistics.counts',
    useMemo(() => ({ filter, unit, denies }), [filter, unit, denies]),
  )
  const work = useCounted(
    'statistics.work',
    useMemo(() => ({ filter }), [filter]),
  )
  // What takes longest comes last.
  const words = useCounted(
    'statistics.words',
    useMemo(() => ({ filter, denies }), [filter, denies]),
  )
  const reading = useMemo(
    () => ({ project: { labels, speakers }, filter }),
    [labels, speakers, filter],
  )
  const choose = useCallback(
    (choice: Choice) => {
      chooseCounted(session, choice)
    },
    [session],
  )
  const pictures = useMemo(
    () => (counts.value === null ? null : chartsOf(counts.value, reading, unit, denies?.label)),
    [counts.value, reading, unit, denies],
  )
  const wordPicture = useMemo(
    () => (words.value === null ? null : wordChart(words.value, reading)),
    [words.value, reading],
  )
  const workPictures = useMemo(
    () =>
      work.value === null
        ? null
        : { progress: progressCharts(work.value), pace: paceChart(work.value, reading) },
    [work.value, reading],
  )
  useEffect(() => {
    focusWithin(region.current)
  }, [])
  useKeptKeyboard(region)
  const isBusy = [counts, work, words].some(({ state }) => state === 'counting')
  const isCurrent = counts.state === 'current'

  return (
    <section
      aria-busy={isBusy}
      aria-label={t('numbers:view.title')}
      className="numbers"
      data-region="numbers"
      ref={region}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
      tabIndex={0}
    >
      <div className="numbers-head">
        <h2>{t('numbers:view.title')}</h2>
        <p className="numbers-state" role="status">
          {statusOf(counts)}
        </p>
        <IconButton
          command="article"
          label={t('numbers:view.close')}
          onPress={() => {
            leaveView(session)
          }}
          tip={t('numbers:view.back')}
        >
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {pictures === null && counts.state === 'counting' ? (
        <p className="numbers-hint numbers-first">{t('numbers:view.first')}</p>
      ) : null}
      {counts.value?.all === 0 ? <p className="numbers-hint">{t('numbers:view.nothing')}</p> : null}
      {pictures === null || counts.value?.all === 0 ? null : (
        <>
          <FilterChips filter={filter} project={project} />
          <div className="numbers-pictures">
            <Picture isCurrent={isCurrent} chart={pictures.labels} onChoose={choose} />
            {wordPicture === null ? (
              <PictureToCome
                bars={labels.length + 1}
                title={t('numbers:words.title')}
                words={comingWords(words, t('numbers:words.reading'))}
              />
            ) : (
              <Picture
                chart={wordPicture}
                isCurrent={words.state === 'current'}
                onChoose={choose}
              />
            )}
            <Picture isCurrent={isCurrent} chart={pictures.time} onChoose={choose}>
              <ChoiceField
                label={t('numbers:view.period')}
                labelled="before"
                onChange={(value) => {
                  const chosen = countUnits.find((one) => one === value)
                  if (chosen !== undefined) setCountUnit(session, chosen)
                }}
                value={unit}
              >
                <NamedOptions
                  things={countUnits.map((id) => ({ id, name: t(`numbers:view.units.${id}`) }))}
                />
              </ChoiceField>
            </Picture>
            <Picture isCurrent={isCurrent} chart={pictures.speakers} onChoose={choose} />
            <Picture isCurrent={isCurrent} chart={pictures.sources} onChoose={choose} />
            {pictures.denials === null || pictures.undenied === null ? (
              <p className="picture">{t('numbers:view.nobodyDenies')}</p>
            ) : (
              <>
                <Picture isCurrent={isCurrent} chart={pictures.denials} onChoose={choose} />
                <Picture isCurrent={isCurrent} chart={pictures.undenied} onChoose={choose}>
                  <Button
                    className="button button-quiet"
                    onPress={() => {
                      showFirstGap(session)
                    }}
                  >
                    <List aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
                    {t('numbers:view.list')}
                  </Button>
                </Picture>
              </>
            )}
            {workPictures === null ? (
              <PictureToCome
                bars={2}
                title={t('numbers:pace.title')}
                words={comingWords(work, t('numbers:pace.reading'))}
              />
            ) : (
              [workPictures.pace, ...workPictures.progress].map((chart) => (
                <Picture
                  chart={chart}
                  isCurrent={work.state === 'current'}
                  key={chart.id}
                  onChoose={choose}
                />
              ))
            )}
          </div>
        </>
      )}
    </section>
  )
}

function chartsOf(
  counts: Counts,
  reading: Parameters<typeof labelChart>[1],
  unit: CountUnit,
  denied: string | undefined,
) {
  return {
    labels: labelChart(counts, reading),
    time: timeChart(counts, reading, unit),
    speakers: speakerChart(counts, reading),
    sources: sourceChart(counts, reading),
    denials: denialChart(counts, reading),
    undenied: denied === undefined ? null : undeniedChart(counts, reading, denied),
  }
}

/** What is being done, what came of it, or that nothing did. */
function statusOf({ value, state }: Counted<Counts>): string {
  if (state === 'counting') return t('numbers:view.counting')
  if (state === 'failed' || value === null) return t('numbers:view.failed')
  const { all, annotations } = value
  return annotations === all
    ? t('numbers:view.counted', { count: all })
    : t('numbers:view.countedOf', { some: annotations, count: all })
}

function comingWords({ state }: Counted<unknown>, counting: string): string {
  return state === 'failed' ? t('numbers:view.failed') : counting
}
