import { basename } from 'node:path'

import type { Event, Handlers, ProjectState, WorkbenchCallName } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { timeNow } from '../../shared/model/id.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { actCalls } from './act-calls.ts'
import { createBackups } from './backups/backups.ts'
import { createBulkActs } from './bulk/act-in-bulk.ts'
import { createCheckJobs } from './check-jobs.ts'
import { createCopyJobs } from './copy-jobs.ts'
import { describeError } from './describe-error.ts'
import { createExportJobs } from './export-jobs.ts'
import { exportPicture } from './export-picture.ts'
import { exportTagSet } from './export-tag-set.ts'
import type { DownloadDelivery, ExportChannels } from './export-target.ts'
import { followProject } from './follow-project.ts'
import { formatsList } from './formats-list.ts'
import { createImportJobs } from './import-jobs.ts'
import { createTurns } from './jobs/turns.ts'
import { keepLogShort } from './keep-log-short.ts'
import { openDocument } from './open-document.ts'
import { createOpenFile, type OnProject } from './open-file.ts'
import type { Places } from './places.ts'
import { changePreferences } from './preferences.ts'
import { figuresOf, type ProjectFigures } from './project-figures.ts'
import { projectFileCalls } from './project-file-calls.ts'
import { projectStateOf } from './project-state.ts'
import { createProject } from './project/create-project.ts'
import { openProject } from './project/open-project.ts'
import type { ProjectFile } from './project/project-file.ts'
import { resolvePath } from './project/resolve-path.ts'
import { questionCalls } from './question-calls.ts'
import { addRecent, describeRecent, forgetRecent } from './recent-projects.ts'
import { createRepairJobs } from './repair-jobs.ts'
import { openSampleProject } from './sample-project.ts'
import { createProjectSearch } from './search/project-search.ts'
import type { SettingsStore } from './settings.ts'
import { createStatistics } from './statistics/statistics.ts'

export { dispatch } from './dispatch.ts'

export type WorkbenchOptions = {
  readonly settings: SettingsStore
  readonly places: Places
  /** The folder for files that belong to the person and not to a project. */
  readonly userDataFolder: string
  /** Tells every page. */
  readonly emit: (event: Event) => void
  /** Absent where there are no downloads. */
  readonly deliverDownload?: DownloadDelivery
  readonly log: (text: string) => void
}

export type Workbench = {
  readonly handlers: Handlers<WorkbenchCallName>
  /** Opens a project by its path in place of the present one: for shells, never for pages. */
  readonly openPath: (path: string) => Promise<Result<ProjectState>>
  /** The path of the open project, links followed; `null` for none. */
  readonly currentPath: () => string | null
  /** How large the open project is; `null` for none. */
  readonly figures: () => ProjectFigures | null
  /** Ends exports and checks under way and closes the project. */
  readonly close: () => Promise<void>
}

/** Everything a page can ask for, apart from dialogs and windows, which shells have. At most one project is open. */
export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { settings, places, userDataFolder, log } = options
  const backups = createBackups({ settings, places, userDataFolder, emit: options.emit, log })
  const open = createOpenFile(backups.noteClosed)
  const channels: ExportChannels = { places, delivery: options.deliverDownload ?? null }
  const turns = createTurns()
  const imports = createImportJobs({ places, settings, turns, emit })
  const exports = createExportJobs(channels, emit)
  const checks = createCheckJobs(emit)
  const statistics = createStatistics()
  const search = createProjectSearch({
    tellIndex: (value) => {
      emit({ name: 'searchIndex', value })
    },
    log,
  })
  const copies = createCopyJobs(emit)
  const repairs = createRepairJobs(places, emit)
  const bulk = createBulkActs({ open, emit, log })
  const keeper = keepLogShort(open, log)

  /** Ends what does not go on without its project; what is being stored or written is finished first. */
  async function giveUp(): Promise<void> {
    checks.cancelAll()
    copies.cancelAll()
    await imports.cancelAll()
  }

  /** Tells every page, and the backups of what was saved. */
  function emit(event: Event): void {
    const file = open.current()
    const saved = event.name === 'committed' || event.name === 'changedInBulk'
    if (saved && file !== null) {
      backups.noteChange(file)
      keeper.noteChange(file)
    }
    options.emit(event)
  }

  /** Runs `work` on the open project. */
  const onProject: OnProject = async (work) => {
    const file = open.current()
    return file === null ? noProject() : work(file)
  }

  /** Runs `work` on the open project once nobody else writes to it. */
  const onProjectAlone: OnProject = (work) => turns.take(() => onProject(work))

  async function show(
    opening: (current: ProjectFile | null) => Promise<Result<ProjectFile>>,
  ): Promise<Result<ProjectState>> {
    await giveUp()
    const opened = await replace(opening)
    const shown = open.current()
    if (shown !== null) search.follow(shown)
    if (!opened.ok) return opened
    if (opened.value === null) return noProject()
    const file = opened.value
    remember(file.path)
    return open.during(
      turns.take(async () => {
        const state = await projectStateOf(file)
        // In the same turn, so that no page hears of a later commit first.
        emit({ name: 'projectChanged', value: { id: state.project.id } })
        return success(state)
      }),
    )
  }

  /** Puts another project in place of the present one, or none, once nothing reads in that any more. */
  function replace(opening: Parameters<typeof open.replace>[0]) {
    return open.replace(async (current) => {
      await Promise.all([statistics.close(), search.close()])
      return opening(current)
    })
  }

  /** A list of recent projects that cannot be written is no reason to refuse a project. */
  function remember(path: string) {
    try {
      settings.set({ recentProjects: addRecent(settings.get().recentProjects, path, timeNow()) })
    } catch (error) {
      log(`The list of recent projects was not saved: ${describeError(error)}`)
    }
  }

  const openPath = (path: string) =>
    show(async (current) => {
      const resolved = resolvePath(path)
      if (!resolved.ok) return resolved
      if (resolved.value === current?.path) return success(current)
      return openProject(path, { whenInUse: 'read' })
    })

  const following = followProject(open, emit, log)

  const handlers: Handlers<WorkbenchCallName> = {
    'preferences.get': async () => success(settings.get().preferences),
    'preferences.set': async (change) => {
      settings.set({ preferences: changePreferences(settings.get().preferences, change) })
      const { preferences } = settings.get()
      emit({ name: 'preferencesChanged', value: preferences })
      return success(preferences)
    },

    'recent.list': async () => success(await describeRecent(settings.get().recentProjects, places)),
    'recent.forget': async ({ ticket }) => {
      const path = places.resolve(ticket)
      if (!path.ok) return path
      settings.set({ recentProjects: forgetRecent(settings.get().recentProjects, path.value) })
      return success(null)
    },

    'project.current': async () => {
      const file = open.current()
      if (file === null) return success(null)
      return open.during(turns.take(async () => success(await projectStateOf(file))))
    },
    'project.create': async ({ ticket }) => {
      const path = places.resolve(ticket)
      if (!path.ok) return path
      const name = basename(path.value, '.verbatim').slice(0, 200)
      return show(async () => createProject(path.value, name))
    },
    'project.open': async ({ ticket }) => {
      const path = places.resolve(ticket)
      return path.ok ? openPath(path.value) : path
    },
    'project.openSample': () =>
      show((current) =>
        openSampleProject(userDataFolder, settings.get().preferences.annotator, current),
      ),
    'project.openForChanges': () =>
      show(async (current) => {
        if (current === null) return noProject()
        return current.following === null ? success(current) : openProject(current.path)
      }),
    'project.close': async () => {
      await giveUp()
      const closed = await replace(async () => success(null))
      if (!closed.ok) return closed
      emit({ name: 'projectChanged', value: null })
      return success(null)
    },

    ...projectFileCalls({ backups, repairs, places, open, openPath, onProject, onProjectAlone }),

    'formats.list': async () => success(formatsList()),

    'import.gather': (request) => onProject(() => imports.gather(request)),
    'import.plan': (request) => onProject((file) => open.during(imports.plan(file, request))),
    'import.read': (request) => onProject((file) => open.during(imports.read(file, request))),
    'import.store': async (request) => {
      const stored = await onProject((file) => open.during(imports.store(file, request)))
      search.fill()
      return stored
    },
    'import.cancel': async ({ job }) => {
      await imports.cancel(job)
      return success(null)
    },
    'documents.open': ({ id }) => onProject((file) => openDocument(file, id)),

    ...actCalls({
      bulk,
      onProjectAlone: (work) => onProjectAlone((file) => open.during(work(file))),
      committed: (value) => emit({ name: 'committed', value }),
    }),
    ...questionCalls({ open, search, statistics, onProject }),

    'tagSet.export': (request) =>
      onProject((file) => open.during(exportTagSet(file, request, channels))),

    'picture.export': (request) =>
      onProject((file) => open.during(exportPicture(file.path, request, channels))),

    'view.save': ({ documentId, view }) =>
      turns.takePatiently(() =>
        onProject((file) => {
          keeper.noteChange(file)
          return file.saveView(documentId, view)
        }),
      ),

    'export.run': (request) => onProject((file) => open.during(exports.run(file.path, request))),
    'export.cancel': async ({ job }) => {
      exports.cancel(job)
      return success(null)
    },
    'check.run': (request) => onProject((file) => open.during(checks.run(file.path, request))),
    'check.cancel': async ({ job }) => {
      checks.cancel(job)
      return success(null)
    },

    'copies.find': (request) => onProject((file) => open.during(copies.find(file.path, request))),
    'copies.preview': (request) =>
      onProject((file) => open.during(copies.preview(file.path, request))),
    'copies.cancel': async ({ job }) => {
      copies.cancel(job)
      return success(null)
    },
  }

  return {
    handlers,
    openPath,
    currentPath: () => open.current()?.path ?? null,
    figures: () => {
      const file = open.current()
      return file === null ? null : figuresOf(file)
    },
    close: async () => {
      following.stop()
      exports.cancelAll()
      await repairs.cancelAll()
      await giveUp()
      await replace(async () => success(null))
      await backups.settled()
    },
  }
}

function noProject(): Result<never> {
  return failure('noProject', t('failures:project.none'), t('failures:project.openOne'))
}
