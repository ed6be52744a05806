import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { cancelCopies, leaveCopies } from '../../commands/copies.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** A search that is under way. Tagging can go on meanwhile. */
export function CopiesRunning({ progress }: { readonly progress: Progress | null }) {
  const session = useSession()
  return (
    <>
      <StepHeading>Comparing the articles…</StepHeading>
      <JobProgress
        done={progress?.done ?? 0}
        label="Comparing the articles…"
        total={progress?.total ?? 0}
        words={progressWords(progress)}
      />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelCopies(session)
          }}
        >
          Cancel search
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveCopies(session)
          }}
        >
          Work on meanwhile
        </Button>
      </div>
    </>
  )
}
