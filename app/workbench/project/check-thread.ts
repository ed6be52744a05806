import { setImmediate } from 'node:timers/promises'

import type { CheckReport } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/result.ts'
import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { checkSteps, type CheckProgress } from './check.ts'

const work = {
  /** Looks at all of the project at a path, as it is when this begins. */
  check: async (
    path: string,
    { signal, onProgress }: StepHooks<CheckProgress>,
  ): Promise<Result<CheckReport>> => {
    const steps = checkSteps(path)
    try {
      let step = steps.next()
      while (step.done !== true) {
        onProgress(step.value)
        // So that a signal gets through.
        await setImmediate()
        signal.throwIfAborted()
        step = steps.next()
      }
      return step.value
    } finally {
      // Closes the project where it was left early.
      steps.return({ ok: false, failure: { code: 'cancelled', message: '', remedy: '' } })
    }
  },
}

export type CheckWork = typeof work

giveWay()
serveJob(work)
