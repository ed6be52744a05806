import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelExport, leaveExport } from '../../commands/exporting.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** An export that is under way. Tagging can go on: what is written is the project as it was when it began. */
export function ExportRunning({ progress }: { readonly progress: Progress }) {
  const session = useSession()
  return (
    <>
      <StepHeading>{t('jobs:export.running')}</StepHeading>
      <JobProgress
        done={progress.done}
        label={t('jobs:export.running')}
        total={progress.total}
        words={progressWords(progress)}
      />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelExport(session)
          }}
        >
          {t('jobs:export.cancel')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveExport(session)
          }}
        >
          {t('jobs:job.workOn')}
        </Button>
      </div>
    </>
  )
}
