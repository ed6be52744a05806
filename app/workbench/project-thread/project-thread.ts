import { makeBackup } from '../backups/make-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { giveWay } from '../jobs/give-way.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { compactOpen } from '../project/compact.ts'
import { repairProject } from '../project/repair/repair-project.ts'

/** Work on whole project files, which takes its time: each by itself, from what it is given to a result. */
const work = {
  backup: makeBackup,
  restore: async (request: Parameters<typeof restoreBackup>[0]) => restoreBackup(request),
  compact: async (request: Parameters<typeof compactOpen>[0]) => compactOpen(request),
  repair: async (request: Parameters<typeof repairProject>[0]) => repairProject(request),
}

export type ProjectWork = typeof work

giveWay()
serveJob(work)
