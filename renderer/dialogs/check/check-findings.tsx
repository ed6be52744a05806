import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { CheckReport } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Finding } from '../../../shared/model/finding.ts'
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
          ? t('jobs:check.nothing')
          : t('jobs:check.found', { count: findings.length })}
      </StepHeading>
      <p>{adviceOf(findings)}</p>
      <p className="dialog-remark">{lookedAt(report)}</p>
      {findings.length === 0 ? null : (
        <div
          aria-label={t('jobs:check.list')}
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
          {t('common:close')}
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
            aria-label={t(`jobs:report.showThing.${part}`, { id })}
            className="button button-quiet"
            onPress={() => void visitReported(session, { id })}
          >
            {t('jobs:report.show')}
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
        {isCopied ? t('jobs:report.copied') : ''}
      </span>
      <Button className="button button-quiet" onPress={() => void copy()}>
        {t('jobs:report.copy')}
      </Button>
    </>
  )
}

function lookedAt({ documents, annotations, relations, journalEntries }: CheckReport): string {
  return t('jobs:check.lookedAt', {
    documents: t('common:amounts.document', { count: documents }),
    annotations: t('common:amounts.annotation', { count: annotations }),
    relations: t('common:amounts.relation', { count: relations }),
    entries: t('jobs:check.entries', { count: journalEntries }),
  })
}
