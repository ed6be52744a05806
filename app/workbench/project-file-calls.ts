import type { Handlers, ProjectState } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Backups } from './backups/backups.ts'
import type { OnProject, OpenFile } from './open-file.ts'
import type { Places } from './places.ts'
import { inThread } from './project-thread/in-thread.ts'
import type { Compacted } from './project/compact.ts'
import type { ProjectFile } from './project/project-file.ts'
import type { RepairJobs } from './repair-jobs.ts'

/** What is done to project files as wholes: backups and the way back from them, compacting, repairing. */
export function projectFileCalls({
  backups,
  repairs,
  places,
  open,
  openPath,
  onProject,
  onProjectAlone,
}: {
  readonly backups: Backups
  readonly repairs: RepairJobs
  readonly places: Places
  readonly open: OpenFile
  readonly openPath: (path: string) => Promise<Result<ProjectState>>
  readonly onProject: OnProject
  /** Once nobody else writes to the project. */
  readonly onProjectAlone: OnProject
}): Handlers<
  | 'backups.make'
  | 'backups.list'
  | 'backups.restore'
  | 'backups.place'
  | 'backups.choosePlace'
  | 'project.compact'
  | 'project.repair'
  | 'repair.cancel'
> {
  return {
    'backups.make': () => onProject((file) => open.during(backups.make(file))),
    'backups.list': async () => success(await backups.list()),
    'backups.restore': async ({ backup, ticket }) => {
      const copy = places.resolve(backup)
      if (!copy.ok) return copy
      const target = places.resolve(ticket)
      if (!target.ok) return target
      const restored = await inThread('restore', { copy: copy.value, target: target.value })
      return restored.ok ? openPath(restored.value) : restored
    },
    'backups.place': async () => success(backups.place()),
    'backups.choosePlace': async ({ ticket }) => {
      if (ticket === null) return success(backups.choosePlace(null))
      const path = places.resolve(ticket)
      return path.ok ? success(backups.choosePlace(path.value)) : path
    },

    'project.compact': () => onProjectAlone((file) => open.during(compactNow(file))),
    'project.repair': (request) => repairs.run(request),
    'repair.cancel': async ({ job }) => {
      repairs.cancel(job)
      return success(null)
    },
  }
}

/** What is done meanwhile waits: nothing else can be saved until the file is written. */
async function compactNow(file: ProjectFile): Promise<Result<Compacted>> {
  if (file.readOnly !== null) return readOnly(file.readOnly)
  return inThread('compact', { path: file.path })
}

function readOnly(reason: string): Result<never> {
  return failure('readOnly', reason, t('failures:file.nothingChanged'))
}
