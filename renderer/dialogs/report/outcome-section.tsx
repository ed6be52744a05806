import { Button } from 'react-aria-components'

import type { Report, ReportEntry } from '../../../shared/exchange/report.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { CutList } from './cut-list.tsx'
import { outcomeName, whereOf, type OutcomeGroup } from './report-groups.ts'

type OnShow = ((entry: ReportEntry) => void) | null

/** Everything with one outcome, each reason once. What was refused is told at once, wherever the keyboard is. */
export function OutcomeSection({
  group: { outcome, count, reasons },
  direction,
  onShow,
}: {
  readonly group: OutcomeGroup
  readonly direction: Report['direction']
  readonly onShow: OnShow
}) {
  return (
    <section className="report-outcome" role={outcome === 'refused' ? 'alert' : undefined}>
      <h4>
        {outcomeName(direction, outcome)} <span className="count">{formatNumber(count)}</span>
      </h4>
      <CutList items={reasons} keyOf={({ reason }) => reason}>
        {({ reason, entries }) => (
          <>
            <p className="report-reason" dir="auto">
              {reason}{' '}
              {entries.length > 1 ? (
                <span className="count">{formatNumber(entries.length)}</span>
              ) : null}
            </p>
            <CutList items={entries} keyOf={(_, index) => index}>
              {(entry) => <Entry entry={entry} onShow={onShow} />}
            </CutList>
          </>
        )}
      </CutList>
    </section>
  )
}

function Entry({ entry, onShow }: { readonly entry: ReportEntry; readonly onShow: OnShow }) {
  const where = whereOf(entry)
  const { expected, found, thing, id } = entry
  const canShow = onShow !== null && id !== null && (thing === 'annotation' || thing === 'document')
  return (
    <>
      <span className="report-where">
        {where.length === 0 ? t(`jobs:report.things.${thing}`) : where.join(' · ')}
        {canShow ? (
          <Button
            aria-label={t(`jobs:report.showThing.${thing}`, { id })}
            className="button button-quiet"
            onPress={() => {
              onShow(entry)
            }}
          >
            {t('jobs:report.show')}
          </Button>
        ) : null}
      </span>
      {expected === null && found === null ? null : (
        <dl className="report-compared">
          <Compared text={expected} word={t('jobs:report.expected')} />
          <Compared text={found} word={t('jobs:report.found')} />
        </dl>
      )}
    </>
  )
}

function Compared({ word, text }: { readonly word: string; readonly text: string | null }) {
  if (text === null) return null
  return (
    <div>
      <dt>{word}</dt>
      <dd dir="auto">{text === '' ? <em>{t('jobs:report.nothing')}</em> : text}</dd>
    </div>
  )
}
