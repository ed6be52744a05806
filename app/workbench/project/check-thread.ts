import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { takeSteps } from '../jobs/take-steps.ts'
import { checkSteps, type CheckProgress } from './check.ts'

const work = {
  /** Looks at all of the project at a path, as it is when this begins. */
  check: (path: string, hooks: StepHooks<CheckProgress>) => takeSteps(checkSteps(path), hooks),
}

export type CheckWork = typeof work

giveWay()
serveJob(work)
