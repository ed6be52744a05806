import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { CheckWork } from './check-thread.ts'

/** One check of a project, `check`, in a thread of its own. */
export function openCheckThread(): JobThread<CheckWork> {
  return openJobThread<CheckWork>(threadScript('check-thread', import.meta.url))
}
