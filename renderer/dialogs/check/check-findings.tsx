import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { CheckReport } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { countOf } from '../../commands/amounts.ts'
import { adviceOf, leaveCheck } from '../../commands/checking.ts'
import { visitReported } from '../../commands/exporting.ts'
import { useSession } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { CutList } from '../report/cut-list.tsx'

import '../report/report.css'

/** What a check looked at, what is not as it should be, and what to do. */
export function CheckFindings({ report }: { readonly report: CheckReport }) {
  const session = useSession()
  const { findings } = report
  const leave = (): void => {
    leaveCheck(session)
  }
  return (
    <>
      <StepHeading>
        {findings.length === 0
          ? 'Nothing wrong was found'
          : findings.length === 1
            ? '1 thing is not as it should be'
            : `${countOf(findings.length, 'thing')} are not as they should be`}
      </StepHeading>
      <p>{adviceOf(findings)}</p>
      <p className="dialog-remark">{`Looked at: ${lookedAt(report)}.`}</p>
      {findings.length === 0 ? null : (
        <div
          aria-label="What was found"
          className="report-entries"
          role="group"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
          tabIndex={0}
        >
          <CutList items={findings} keyOf={(_, index) => index}>
            {(finding) => <FindingItem finding={finding} />}
          </CutList>
        </div>
      )}
      <div className="dialog-actions">
        {findings.length === 0 ? null : <CopyButton findings={findings} />}
        <Button className="button button-primary" onPress={leave}>
          Close
        </Button>
      </div>
    </>
  )
}

function FindingItem({ finding: { part, id, message } }: { readonly finding: Finding }) {
  const session = useSession()
  const canShow = id !== null && (part === 'annotation' || part === 'document')
  return (
    <>
      {message}
      {canShow ? (
        <p className="report-where">
          <Button
            aria-label={`Show ${part} ${id}`}
            className="button button-quiet"
            onPress={() => void visitReported(session, { id })}
          >
            Show
          </Button>
        </p>
      ) : null}
    </>
  )
}

function CopyButton({ findings }: { readonly findings: readonly Finding[] }) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${findings.map(({ message }) => message).join('\n')}\n`)
    setIsCopied(true)
  }
  return (
    <>
      <span className="report-told" role="status">
        {isCopied ? 'Copied' : ''}
      </span>
      <Button className="button button-quiet" onPress={() => void copy()}>
        Copy
      </Button>
    </>
  )
}

function lookedAt({ documents, annotations, relations, journalEntries }: CheckReport): string {
  return [
    'the file itself',
    countOf(documents, 'document'),
    countOf(annotations, 'annotation'),
    countOf(relations, 'relation'),
    `${formatNumber(journalEntries)} ${journalEntries === 1 ? 'entry' : 'entries'} of the history`,
  ].join(', ')
}
