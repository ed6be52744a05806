import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

import type { Report, ReportEntry } from '../../../shared/exchange/report.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { startDownload } from '../../commands/exporting.ts'
import { useWorkbench } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { CutList } from './cut-list.tsx'
import { OutcomeSection } from './outcome-section.tsx'
import { groupEntries } from './report-groups.ts'
import { reportText } from './report-text.ts'
import { SumsTable } from './sums-table.tsx'

import './report.css'

/** What an import or export came to: the sums, and then everything that did not come through as it was. */
export function ReportView(props: {
  readonly heading: string
  readonly report: Report
  /** Files that were left alone. */
  readonly skipped: readonly string[]
  /** Goes to what an entry is about; `null` where it is in nothing that could be shown. */
  readonly onShow: ((entry: ReportEntry) => void) | null
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const { report, skipped } = props
  const groups = groupEntries(report.entries)
  const losses = report.losses.filter(({ count }) => count > 0)
  return (
    <>
      <StepHeading>{props.heading}</StepHeading>
      {props.children}
      <SumsTable report={report} />
      {groups.length + losses.length + skipped.length === 0 ? null : (
        <div
          aria-label={t('jobs:report.particulars')}
          className="report-entries"
          role="group"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
          tabIndex={0}
        >
          {groups.map((group) => (
            <OutcomeSection
              direction={report.direction}
              group={group}
              key={group.outcome}
              onShow={props.onShow}
            />
          ))}
          {losses.length === 0 ? null : (
            <section className="report-outcome">
              <h4>{t('jobs:report.losses')}</h4>
              <ul className="report-losses">
                {losses.map(({ what, reason, count }) => (
                  <li key={what}>
                    {reason}{' '}
                    <span className="count">{t('jobs:report.affected', { number: count })}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {skipped.length === 0 ? null : (
            <section className="report-outcome">
              <h4>
                {t('jobs:report.skipped')}{' '}
                <span className="count">{formatNumber(skipped.length)}</span>
              </h4>
              <CutList items={skipped} keyOf={(path) => path}>
                {(path) => <span dir="auto">{path}</span>}
              </CutList>
            </section>
          )}
        </div>
      )}
      <Actions onClose={props.onClose} report={report} skipped={skipped} />
    </>
  )
}

function Actions({
  report,
  skipped,
  onClose,
}: {
  readonly report: Report
  readonly skipped: readonly string[]
  readonly onClose: () => void
}) {
  const browser = useWorkbench(({ info }) => info?.shell === 'browser')
  const stem = useWorkbench(({ project }) => project?.fileName.replace(/\.verbatim$/i, '') ?? '')
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(reportText(report, skipped))
    setIsCopied(true)
  }
  const save = (): void => {
    const json = `${JSON.stringify({ ...report, skipped }, null, 2)}\n`
    const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
    startDownload(address, `${stem} ${t(`jobs:report.fileName.${report.direction}`)}.json`)
    URL.revokeObjectURL(address)
  }
  return (
    <div className="dialog-actions">
      <span className="report-told" role="status">
        {isCopied ? t('jobs:report.copied') : ''}
      </span>
      <Button className="button button-quiet" onPress={() => void copy()}>
        {t('jobs:report.copy')}
      </Button>
      {browser ? (
        <Button className="button button-quiet" onPress={save}>
          {t('jobs:report.save')}
        </Button>
      ) : null}
      <Button className="button button-primary" onPress={onClose}>
        {t('common:close')}
      </Button>
    </div>
  )
}
