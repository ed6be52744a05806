import { basename, dirname, join } from 'node:path'

import type { BackupPlace, BackedUp, Event } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import type { Places } from '../places.ts'
import { inThread } from '../project-thread/in-thread.ts'
import type { ProjectFile } from '../project/project-file.ts'
import type { SettingsStore } from '../settings.ts'
import { backedUpProjects, type AboutProject } from './backup-folder.ts'

/** How long changes wait for the next backup, in ms. */
const changesWait = 10 * 60_000

/** Rolling backups of the project that is open, and the way back from them. */
export type Backups = {
  /** A change of a project was saved. */
  readonly noteChange: (file: ProjectFile) => void
  /** A project was closed; where it was changed since its last backup, one is made. */
  readonly noteClosed: (file: ProjectFile) => void
  /** Makes one at once; gives its time in ISO 8601. */
  readonly make: (file: ProjectFile) => Promise<Result<{ readonly at: string }>>
  readonly list: () => Promise<readonly BackedUp[]>
  readonly place: () => BackupPlace
  /** Chooses another folder by its path, or the usual one where `null`. What is in the old folder stays there. */
  readonly choosePlace: (path: string | null) => BackupPlace
  /** Resolves when none is being made. */
  readonly settled: () => Promise<void>
}

export function createBackups({
  settings,
  places,
  userDataFolder,
  emit,
  log,
}: {
  readonly settings: SettingsStore
  readonly places: Places
  readonly userDataFolder: string
  readonly emit: (event: Event) => void
  readonly log: (text: string) => void
}): Backups {
  /** Projects with changes that are in no backup yet, by path, with the timer that makes one. */
  const changed = new Map<
    string,
    { readonly about: AboutProject; readonly timer: NodeJS.Timeout }
  >()
  /** Projects whose last backup failed, which is told once. */
  const failing = new Set<string>()
  /** One after the other. */
  let last: Promise<unknown> = Promise.resolve()

  const root = (): string => settings.get().backupFolder ?? join(userDataFolder, 'Backups')

  function back(about: AboutProject): Promise<Result<{ readonly at: string }>> {
    clearTimeout(changed.get(about.path)?.timer)
    changed.delete(about.path)
    const made = last.then(async () => {
      const keep = settings.get().preferences.backupsKept
      const copy = await inThread('backup', { about, root: root(), keep, at: Date.now() })
      if (copy.ok) failing.delete(about.path)
      return copy.ok ? success({ at: new Date(copy.value.at).toISOString() }) : copy
    })
    last = made.catch(() => null)
    return made
  }

  /** As `back`, unasked: what goes wrong is told once for each project, until it goes well again. */
  async function backUnasked(about: AboutProject): Promise<void> {
    try {
      const made = await back(about)
      if (made.ok || failing.has(about.path)) return
      failing.add(about.path)
      emit({ name: 'backupFailed', value: made.failure })
    } catch (error) {
      log(`No backup was made: ${describeError(error)}`)
    }
  }

  function place(): BackupPlace {
    return { path: root(), isUsual: settings.get().backupFolder === null }
  }

  return {
    noteChange: (file) => {
      if (changed.has(file.path)) return
      const about = aboutOf(file)
      const timer = setTimeout(() => void backUnasked(about), changesWait)
      changed.set(file.path, { about, timer: timer.unref() })
    },
    noteClosed: (file) => {
      const about = changed.get(file.path)?.about
      if (about !== undefined) void backUnasked(about)
    },
    make: (file) => back(aboutOf(file)),
    list: async () => {
      await last
      return backedUpProjects(root()).map(({ name, path, copies }) => ({
        name,
        folder: dirname(path),
        fileName: basename(path),
        copies: copies.map((copy) => ({
          ticket: places.issue(copy.path),
          at: new Date(copy.at).toISOString(),
          bytes: copy.bytes,
        })),
      }))
    },
    place,
    choosePlace: (path) => {
      settings.set({ backupFolder: path })
      return place()
    },
    settled: async () => {
      await last
    },
  }
}

function aboutOf(file: ProjectFile): AboutProject {
  const { id, name } = file.project()
  return { id, name, path: file.path }
}
