import type { Counts, CountFilter, ProjectState } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { labelName } from '../../shared/model/label.ts'
import { labelInk } from '../editor/highlight-styles.ts'
import { barChart, shareOf, type Bar } from './bars.ts'
import type { Chart } from './chart.ts'
import type { Choice } from './count-filter.ts'

/** What charts need to know of the project and of what is asked. */
export type Reading = {
  readonly project: Pick<ProjectState, 'labels' | 'speakers'>
  readonly filter: CountFilter
}

export function labelChart({ byLabel }: Counts, { project, filter }: Reading): Chart {
  const all = sumOf(byLabel)
  const bars = byLabel.map(({ label, count }): Bar => ({
    ...labelBar(project, label),
    value: count,
    choice: { part: 'labels', value: label },
    more: [shareOf(count, all)],
  }))
  return barChart({
    id: 'labels',
    title: t('numbers:labels.title'),
    summary:
      bars.length === 0
        ? t('numbers:labels.none')
        : [t('numbers:chart.annotations', { count: all }), mostOf(bars)].join(' '),
    remark: null,
    head: [
      t('numbers:chart.head.label'),
      t('numbers:chart.head.annotations'),
      t('numbers:chart.head.share'),
    ],
    bars,
    filter,
  })
}

export function speakerChart({ bySpeaker }: Counts, { project, filter }: Reading): Chart {
  const { top, others, nobody } = bySpeaker
  const named = top.map(({ speaker, count }): Bar => ({
    id: speaker,
    name: speakerName(project, speaker),
    value: count,
    choice: { part: 'speakers', value: speaker },
  }))
  const besides = [
    ...rest(t('numbers:speakers.others', { count: others.speakers }), others.count),
    ...rest(t('numbers:chart.nobodyNamed'), nobody),
  ]
  return barChart({
    id: 'speakers',
    title: t('numbers:speakers.title'),
    summary:
      named.length === 0
        ? t('numbers:speakers.none')
        : [
            t('numbers:speakers.named', { count: named.length + others.speakers }),
            mostOf(named),
            ...told(besides),
          ].join(' '),
    remark: t('numbers:speakers.remark'),
    head: [t('numbers:chart.head.speaker'), t('numbers:chart.head.annotations')],
    bars: named,
    besides,
    filter,
  })
}

export function sourceChart({ bySource }: Counts, { filter }: Reading): Chart {
  const { top, others, unknown } = bySource
  const known = top.map(({ source, count }): Bar => {
    const choice: Choice = { part: 'sources', value: source }
    return { id: `source ${source}`, name: source, value: count, choice }
  })
  const besides = [
    ...rest(t('numbers:sources.others', { count: others.sources }), others.count),
    ...rest(t('numbers:sources.unknown'), unknown),
  ]
  return barChart({
    id: 'sources',
    title: t('numbers:sources.title'),
    summary:
      known.length === 0
        ? t('numbers:sources.none')
        : [
            t('numbers:sources.known', { count: known.length + others.sources }),
            mostOf(known),
            ...told(besides),
          ].join(' '),
    remark: null,
    head: [t('numbers:chart.head.source'), t('numbers:chart.head.annotations')],
    bars: known,
    besides,
    filter,
  })
}

/** `null` where the tag set has no relation type that could say so. */
export function undeniedChart(
  { undenied }: Pick<Counts, 'undenied'>,
  { project, filter }: Reading,
  label: string,
): Chart | null {
  if (undenied === null) return null
  const name = labelName(project.labels, label)
  const { all, undenied: open } = undenied
  const bars: readonly Bar[] = [
    { id: 'denied', name: t('numbers:undenied.denied'), value: all - open, choice: null },
    { id: 'undenied', name: t('numbers:undenied.notDenied'), value: open, choice: null },
  ].map((bar) => ({ ...labelBar(project, label), ...bar, more: [shareOf(bar.value, all)] }))
  return barChart({
    id: 'undenied',
    title: t('numbers:undenied.title', { label: name }),
    summary:
      all === 0
        ? t('numbers:undenied.none', { label: name })
        : t('numbers:undenied.open', {
            open,
            count: all,
            label: name,
            share: shareOf(open, all),
          }),
    remark: null,
    head: [
      t('numbers:undenied.head', { label: name }),
      t('numbers:chart.head.annotations'),
      t('numbers:chart.head.share'),
    ],
    bars: all === 0 ? [] : bars,
    filter,
  })
}

export function speakerName({ speakers }: Reading['project'], id: string): string {
  return speakers.find((speaker) => speaker.id === id)?.name ?? t('numbers:chart.speakerGone')
}

/** Name and colour of a label. */
export function labelBar(
  { labels }: Reading['project'],
  id: string,
): Pick<Bar, 'id' | 'name' | 'color'> {
  const label = labels.find((one) => one.id === id)
  return {
    id,
    name: label?.name ?? id,
    ...(label === undefined ? {} : { color: labelInk(label) }),
  }
}

type Beside = Pick<Bar, 'name' | 'value'>

function rest(name: string, value: number): readonly Beside[] {
  return value === 0 ? [] : [{ name, value }]
}

/** What has no bar, in sentences: `12 other speakers: 30.`, `Nobody named: 4.` */
function told(besides: readonly Beside[]): readonly string[] {
  return besides.map(({ name, value }) => t('numbers:chart.told', { name, number: value }))
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}

/** Whose bar is longest, in a sentence. */
function mostOf(bars: readonly Bar[]): string {
  const [first] = bars.toSorted((one, other) => other.value - one.value)
  return first === undefined
    ? ''
    : t('numbers:chart.most', { name: first.name, number: first.value })
}
