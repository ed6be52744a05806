import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelCheck, leaveCheck } from '../../commands/checking.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** A check that is under way. Tagging can go on: what is looked at is the project as it was when it began. */
export function CheckRunning({ progress }: { readonly progress: Progress | null }) {
  const session = useSession()
  return (
    <>
      <StepHeading>{t('jobs:check.running')}</StepHeading>
      <JobProgress
        done={progress?.done ?? 0}
        label={t('jobs:check.running')}
        total={progress?.total ?? 0}
        words={progress === null ? t('jobs:check.file') : progressWords(progress)}
      />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelCheck(session)
          }}
        >
          {t('jobs:check.cancel')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveCheck(session)
          }}
        >
          {t('jobs:job.workOn')}
        </Button>
      </div>
    </>
  )
}
