import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { findCopies, leaveCopies } from '../../commands/copies.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { JobFailed } from '../job/job-failed.tsx'
import { CopiesFound } from './copies-found.tsx'
import { CopiesRunning } from './copies-running.tsx'

import '../occurrences/occurrences-dialog.css'
import './copies-dialog.css'

/** Finds documents that carry the same article, and carries annotations over to them. */
export function CopiesDialog() {
  const session = useSession()
  return (
    <DialogFrame
      onClose={() => {
        leaveCopies(session)
      }}
      title={t('jobs:copies.title')}
    >
      <Step />
    </DialogFrame>
  )
}

function Step() {
  const copying = useWorkbench((state) => state.copying)
  switch (copying?.step.kind) {
    case 'running':
      return <CopiesRunning progress={copying.progress} />
    case 'failed':
      return <CopiesFailed failure={copying.step.failure} />
    case 'done':
      return <CopiesFound {...copying.step.found} shown={copying.shown} />
    case undefined:
      return null
  }
}

/** Why nothing could be compared. */
function CopiesFailed({ failure }: { readonly failure: Failure }) {
  const session = useSession()
  return (
    <JobFailed
      again={t('jobs:copies.again')}
      failure={failure}
      heading={t('jobs:copies.failed')}
      onAgain={() => void findCopies(session)}
      onClose={() => {
        leaveCopies(session)
      }}
    />
  )
}
