import { setImmediate } from 'node:timers/promises'

import type { CopiesFound } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { openReader } from '../project/reader.ts'
import { findCopies, type CopiesProgress } from './find-copies.ts'

const work = {
  /** Compares all documents of the project at a path, as it is when this begins. */
  find: async (
    path: string,
    { signal, onProgress }: StepHooks<CopiesProgress>,
  ): Promise<Result<CopiesFound>> => {
    const reader = openReader(path)
    if (!reader.ok) return reader
    try {
      const steps = findCopies(reader.value)
      let step = steps.next()
      while (step.done !== true) {
        onProgress(step.value)
        // So that a signal gets through.
        await setImmediate()
        signal.throwIfAborted()
        step = steps.next()
      }
      return success(step.value)
    } finally {
      reader.value.close()
    }
  },
}

export type CopiesWork = typeof work

serveJob(work)
