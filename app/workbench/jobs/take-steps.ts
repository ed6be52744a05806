import { setImmediate } from 'node:timers/promises'

import type { StepHooks } from './protocol.ts'

/** How long work goes on before a signal can get through, in ms. */
const longest = 20

/**
 * Takes the steps of a job one after the other, and gives what the last one gives. Where the signal aborts in between, the
 * steps tidy up (`finally`) and this rejects with its reason.
 */
export async function takeSteps<Progress, Value>(
  steps: Generator<Progress, Value>,
  { signal, onProgress }: Pick<StepHooks<Progress>, 'signal' | 'onProgress'>,
): Promise<Value> {
  // A signal that came right behind the job is heard before anything begins.
  await setImmediate()
  signal.throwIfAborted()
  let began = performance.now()
  let step = steps.next()
  while (step.done !== true) {
    onProgress(step.value)
    if (performance.now() - began >= longest) {
      await setImmediate()
      if (signal.aborted) step = steps.throw(signal.reason)
      began = performance.now()
    }
    if (step.done !== true) step = steps.next()
  }
  return step.value
}
