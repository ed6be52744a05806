import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { checkProject, leaveCheck } from '../../commands/checking.ts'
import { useSession } from '../../store/use-session.ts'
import { JobFailed } from '../job/job-failed.tsx'

/** Why nothing could be looked at. */
export function CheckFailed({ failure }: { readonly failure: Failure }) {
  const session = useSession()
  return (
    <JobFailed
      again={t('jobs:check.again')}
      failure={failure}
      heading={t('jobs:check.failed')}
      onAgain={() => void checkProject(session)}
      onClose={() => {
        leaveCheck(session)
      }}
    />
  )
}
