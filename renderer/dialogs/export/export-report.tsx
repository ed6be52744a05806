import type { ExportFormatInfo } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { leaveExport, visitReported } from '../../commands/exporting.ts'
import type { ExportStep } from '../../store/jobs.ts'
import { useSession } from '../../store/use-session.ts'
import { ReportView } from '../report/report-view.tsx'

/** What a format could not hold of the project. */
export function ExportReport({
  step: { fileName, report },
  format,
}: {
  readonly step: Extract<ExportStep, { readonly kind: 'done' }>
  readonly format: ExportFormatInfo
}) {
  const session = useSession()
  return (
    <ReportView
      heading={t('jobs:export.written', { file: fileName })}
      onClose={() => {
        leaveExport(session)
      }}
      onShow={(entry) => void visitReported(session, entry)}
      report={report}
      skipped={[]}
    >
      <p className="dialog-remark">{t('jobs:export.incomplete', { format: format.name })}</p>
    </ReportView>
  )
}
