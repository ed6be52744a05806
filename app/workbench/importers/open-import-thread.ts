import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ImportWork } from './import-thread.ts'

/**
 * An import in a thread of its own: `plan`, then `read`, then `store`. Only at the end of `store` it takes its turn to
 * write, for as long as it takes to make what is stored a part of the project.
 */
export function openImportThread(): JobThread<ImportWork> {
  return openJobThread<ImportWork>(threadScript('import-thread', import.meta.url))
}
