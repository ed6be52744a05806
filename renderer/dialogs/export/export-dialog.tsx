import { t } from '../../../shared/language/translate.ts'
import { leaveExport } from '../../commands/exporting.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { ExportReport } from './export-report.tsx'
import { ExportRunning } from './export-running.tsx'
import { FormatStep } from './format-step.tsx'

import './export-dialog.css'

/** Writes the whole project as a dataset: the format, the writing, and what the format could not hold. */
export function ExportDialog() {
  const session = useSession()
  return (
    <DialogFrame
      onClose={() => {
        leaveExport(session)
      }}
      title={t('jobs:export.title')}
      wide
    >
      <Step />
    </DialogFrame>
  )
}

function Step() {
  const exporting = useWorkbench((state) => state.exporting)
  if (exporting?.step.kind === 'done') {
    return <ExportReport format={exporting.format} step={exporting.step} />
  }
  // The first word of progress comes once the place is chosen and there is something to write.
  if (exporting?.step.kind === 'running' && exporting.progress !== null) {
    return <ExportRunning progress={exporting.progress} />
  }
  return <FormatStep failure={exporting?.step.kind === 'failed' ? exporting.step.failure : null} />
}
