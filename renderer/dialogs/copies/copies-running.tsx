import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelCopies, leaveCopies } from '../../commands/copies.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** A search that is under way. Tagging can go on meanwhile. */
export function CopiesRunning({ progress }: { readonly progress: Progress | null }) {
  const session = useSession()
  return (
    <>
      <StepHeading>{t('jobs:copies.running')}</StepHeading>
      <JobProgress
        done={progress?.done ?? 0}
        label={t('jobs:copies.running')}
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
          {t('jobs:copies.cancel')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveCopies(session)
          }}
        >
          {t('jobs:job.workOn')}
        </Button>
      </div>
    </>
  )
}
