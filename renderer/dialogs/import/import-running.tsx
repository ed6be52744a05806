import { Button } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { countOf } from '../../commands/amounts.ts'
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

const headings: Readonly<Record<RunningStep['kind'], string>> = {
  gathering: 'Fetching the files…',
  planning: 'Finding out what they are…',
  reading: 'Reading…',
  storing: 'Storing…',
}

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
  const heading = headings[kind]
  const { done, total } = kind === 'gathering' ? step : (progress ?? { done: 0, total: 0 })
  const words =
    kind === 'gathering' && total > 0
      ? `${formatNumber(done)} of ${countOf(total, 'file')}`
      : progressWords(progress)
  return (
    <>
      <StepHeading>{heading}</StepHeading>
      <JobProgress done={done} label={heading} total={total} words={words} />
      <p className="dialog-remark">
        {kind === 'storing'
          ? 'All of it is stored or nothing. What you tag meanwhile is saved as ever.'
          : 'Nothing is in the project before all of it is read.'}
      </p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          Cancel import
        </Button>
        <Button
          className="button"
          onPress={() => {
            leaveImport(session)
          }}
        >
          Work on meanwhile
        </Button>
      </div>
    </>
  )
}
