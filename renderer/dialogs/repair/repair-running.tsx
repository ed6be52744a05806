import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelRepair, leaveRepair } from '../../commands/repairing.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { remainingWords } from '../job/remaining-words.ts'
import { StepHeading } from '../job/step-heading.tsx'

/** A repair that is under way: the damaged file is read, what is readable saved, and the new file checked. */
export function RepairRunning({ progress }: { readonly progress: Progress | null }) {
  const session = useSession()
  const label = phaseName(progress)
  return (
    <>
      <StepHeading>{label}</StepHeading>
      <JobProgress
        done={progress?.done ?? 0}
        label={label}
        total={progress?.total ?? 0}
        words={progress === null ? t('jobs:repair.file') : words(progress)}
      />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelRepair(session)
          }}
        >
          {t('jobs:repair.cancel')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveRepair(session)
          }}
        >
          {t('jobs:job.workOn')}
        </Button>
      </div>
    </>
  )
}

/** Before the first document is in the new file there is nothing to count. */
function words(progress: Progress): string {
  if (progress.documents > 0) return progressWords(progress)
  return progress.remaining === null ? '' : remainingWords(progress.remaining)
}

function phaseName(progress: Progress | null): string {
  const phase = progress?.phase
  return phase === 'storing' || phase === 'checking'
    ? t(`jobs:repair.phases.${phase}`)
    : t('jobs:repair.phases.reading')
}
