import { Button } from 'react-aria-components'

import type { Failure } from '../../../shared/result.ts'
import { checkProject, leaveCheck } from '../../commands/checking.ts'
import { useSession } from '../../store/use-session.ts'
import { FailureAlert } from '../failure-alert.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** Why nothing could be looked at. */
export function CheckFailed({ failure }: { readonly failure: Failure }) {
  const session = useSession()
  return (
    <>
      <StepHeading>The project could not be checked</StepHeading>
      <FailureAlert failure={failure} />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            leaveCheck(session)
          }}
        >
          Close
        </Button>
        <Button className="button button-primary" onPress={() => void checkProject(session)}>
          Check again
        </Button>
      </div>
    </>
  )
}
