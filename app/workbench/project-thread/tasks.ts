import { makeBackup } from '../backups/make-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { compactOpen } from '../project/compact.ts'
import { repairProject } from '../project/repair/repair-project.ts'

/** Work on whole project files, which takes its time: each by itself, from what it is given to a result. */
export const tasks = {
  backup: makeBackup,
  restore: restoreBackup,
  compact: compactOpen,
  repair: repairProject,
} as const

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskArguments<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>
