import type { ImportResult } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { addedWords } from '../../commands/importing-report.ts'
import { leaveImport } from '../../commands/importing-steps.ts'
import { useSession } from '../../store/use-session.ts'
import { ReportView } from '../report/report-view.tsx'

/** What an import came to, where there is more to say than what was added. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  const session = useSession()
  const { report, skipped } = result
  return (
    <ReportView
      heading={addedWords(report) ?? t('jobs:import.nothing')}
      onClose={() => {
        leaveImport(session)
      }}
      onShow={null}
      report={report}
      skipped={skipped}
    />
  )
}
