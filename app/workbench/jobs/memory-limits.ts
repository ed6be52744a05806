import type { ResourceLimits } from 'node:worker_threads'

/** Room for what is new, in MiB: it is cleared more often, and there may be several threads in one program. */
const young = 6

/** Limits for a thread whose own objects may take so many MiB. */
export function memoryLimits(most: number): ResourceLimits {
  return { maxOldGenerationSizeMb: most, maxYoungGenerationSizeMb: young }
}
