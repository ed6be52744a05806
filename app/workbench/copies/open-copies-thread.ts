import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { CopiesWork } from './copies-thread.ts'

/** One look for copies, `find`, or at what carrying over comes to, `preview`, in a thread of its own with a reader of its own. */
export function openCopiesThread(): JobThread<CopiesWork> {
  return openJobThread<CopiesWork>(threadScript('copies-thread', import.meta.url))
}
