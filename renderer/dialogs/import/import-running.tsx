import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelImport, leaveImport } from '../../commands/importing-steps.ts'
import type { ImportStep } from '../../store/jobs.ts'
import { useSession } from '../../store/use-session.ts'
import { JobProgress, progressWords } from '../job/job-progress.tsx'
import { StepHeading } from '../job/step-heading.tsx'

/** The steps that run by themselves. */
type RunningStep = Extract<
  ImportStep,
  { readonly kind: 'gathering' | 'planning' | 'reading' | 'storing' }
>

/** An import that is under way. Until all of it is stored it can be given up; meanwhile work can go on. */
export function ImportRunning({
  step,
  progress,
}: {
  readonly step: RunningStep
  readonly progress: Progress | null
}) {
  const session = useSession()
  const { kind } = step
  const heading = t(`jobs:import.steps.${kind}`)
  const { done, total } = kind === 'gathering' ? step : (progress ?? { done: 0, total: 0 })
  const words =
    kind === 'gathering' && total > 0
      ? t('jobs:import.gathered', { done, count: total })
      : progressWords(progress)
  return (
    <>
      <StepHeading>{heading}</StepHeading>
      <JobProgress done={done} label={heading} total={total} words={words} />
      <p className="dialog-remark">
        {kind === 'storing' ? t('jobs:import.whole') : t('jobs:import.untouched')}
      </p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          {t('jobs:import.cancel')}
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveImport(session)
          }}
        >
          {t('jobs:job.workOn')}
        </Button>
      </div>
    </>
  )
}
