import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { CountingWork } from './counting-thread.ts'

/** Memory for its own objects, in MiB; what it counts in is SQLite’s. */
const mostMemory = 256

/** Counting in one project, in a thread of its own, until it is disposed of. */
export function openCountingThread(): JobThread<CountingWork> {
  return openJobThread<CountingWork>(threadScript('counting-thread', import.meta.url), mostMemory)
}
