import { makeBackup } from '../backups/make-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { takeSteps } from '../jobs/take-steps.ts'
import { compactOpen } from '../project/compact.ts'
import { takeLogOfOpenIn } from '../project/project-log.ts'
import type { RepairProgress } from '../project/repair/progress.ts'
import { repairSteps, type RepairRequest } from '../project/repair/repair-project.ts'

/** Work on whole project files, which takes its time: each by itself, from what it is given to a result. */
const work = {
  backup: makeBackup,
  restore: async (request: Parameters<typeof restoreBackup>[0]) => restoreBackup(request),
  compact: async (request: Parameters<typeof compactOpen>[0]) => compactOpen(request),
  takeLogIn: async (request: Parameters<typeof takeLogOfOpenIn>[0]) => takeLogOfOpenIn(request),
  repair: (request: RepairRequest, hooks: StepHooks<RepairProgress>) =>
    takeSteps(repairSteps(request), hooks),
}

export type ProjectWork = typeof work

giveWay()
serveJob(work)
