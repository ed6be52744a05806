import { t } from '../../../shared/language/translate.ts'
import { leaveCheck } from '../../commands/checking.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { CheckFailed } from './check-failed.tsx'
import { CheckFindings } from './check-findings.tsx'
import { CheckRunning } from './check-running.tsx'

/** Proves the whole project: how far that is, and then what was found. */
export function CheckDialog() {
  const session = useSession()
  return (
    <DialogFrame
      onClose={() => {
        leaveCheck(session)
      }}
      title={t('jobs:check.title')}
    >
      <Step />
    </DialogFrame>
  )
}

function Step() {
  const checking = useWorkbench((state) => state.checking)
  switch (checking?.step.kind) {
    case 'running':
      return <CheckRunning progress={checking.progress} />
    case 'failed':
      return <CheckFailed failure={checking.step.failure} />
    case 'done':
      return <CheckFindings report={checking.step.report} />
    case undefined:
      return null
  }
}
