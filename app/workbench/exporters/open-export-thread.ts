import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ExportWork } from './export-thread.ts'

/** One export, `write`, in a thread of its own with a reader of its own. */
export function openExportThread(): JobThread<ExportWork> {
  return openJobThread<ExportWork>(threadScript('export-thread', import.meta.url))
}
