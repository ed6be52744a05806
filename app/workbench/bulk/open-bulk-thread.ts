import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { BulkWork } from './bulk-thread.ts'

/** One act on much, `act`, and what it leaves to be tidied, `settle`, in a thread of its own. */
export function openBulkThread(): JobThread<BulkWork> {
  return openJobThread<BulkWork>(threadScript('bulk-thread', import.meta.url))
}
