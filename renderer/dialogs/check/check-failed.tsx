import type { Failure } from '../../../shared/result.ts'
import { checkProject, leaveCheck } from '../../commands/checking.ts'
import { useSession } from '../../store/use-session.ts'
import { JobFailed } from '../job/job-failed.tsx'

/** Why nothing could be looked at. */
export function CheckFailed({ failure }: { readonly failure: Failure }) {
  const session = useSession()
  return (
    <JobFailed
      again="Check again"
      failure={failure}
      heading="The project could not be checked"
      onAgain={() => void checkProject(session)}
      onClose={() => {
        leaveCheck(session)
      }}
    />
  )
}
