import type { ExportFormatInfo } from '../../../shared/contract.ts'
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
      heading={`Written to “${fileName}”`}
      onClose={() => {
        leaveExport(session)
      }}
      onShow={(entry) => void visitReported(session, entry)}
      report={report}
      skipped={[]}
    >
      <p className="dialog-remark">
        {format.name} does not hold everything. The project has it all the same.
      </p>
    </ReportView>
  )
}
