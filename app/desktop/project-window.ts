import { app, type BrowserWindow, dialog } from 'electron'

import type { Event, Handlers } from '../../shared/contract.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { createPlaces } from '../workbench/places.ts'
import type { SettingsStore } from '../workbench/settings.ts'
import { createWorkbench, dispatch, type Workbench } from '../workbench/workbench.ts'
import { createCloseGuard } from './close-guard.ts'
import { closeAnyway, closeQuestion } from './close-question.ts'
import { guardClosing } from './closing.ts'
import { createDialogs } from './dialogs.ts'
import { sendToPage } from './ipc.ts'
import type { MenuBar } from './menu-bar.ts'
import { watchPage } from './page-failures.ts'
import { windowCalls, type WindowCalls } from './window-calls.ts'
import { nameWindow, openWindow } from './window.ts'

type Shared = {
  readonly settings: SettingsStore
  readonly menuBar: MenuBar
  readonly log: (text: string) => void
  /** Tells the pages of all windows. */
  readonly tellAll: (event: Event) => void
  /** Another project is open in this window now, or none; `path` is its own. */
  readonly onProject: (path: string | null) => void
  /** What a page may ask about windows and the program. */
  readonly program: Omit<WindowCalls, 'resolve' | 'figures' | 'showMenu'>
  readonly present: readonly BrowserWindow[]
}

/** A window with a project of its own: its own workbench, tickets, dialogs and close guard. */
export type ProjectWindow = {
  readonly window: BrowserWindow
  /** Of its web contents, which calls come from. */
  readonly contentsId: number
  readonly currentPath: () => string | null
  /** Opens a project in a window that has none, or says in it why it cannot be opened. */
  readonly open: (path: string) => Promise<void>
  readonly show: () => void
  readonly send: (event: Event) => void
  readonly dispatch: (name: unknown, args: unknown) => Promise<Result<unknown>>
  readonly issue: (path: string) => string
  /** Closes the project, to a single file, once the window has closed. */
  readonly endWork: () => Promise<void>
} & Pick<ReturnType<typeof createCloseGuard>, 'ask'> &
  ReturnType<typeof guardClosing>

/** Opens a window on a project, or on the start screen where `firstPath` is `null`. */
export async function openProjectWindow(
  firstPath: string | null,
  shared: Shared,
): Promise<ProjectWindow> {
  const { settings, log } = shared
  const places = createPlaces()
  let window: BrowserWindow | null = null
  /** The page has called since it was loaded: before that, nobody has done anything in it. */
  let isAtWork = false
  /** Of the project that the window is called by. */
  let path: string | null = null

  function send(event: Event) {
    if (window !== null) sendToPage(window.webContents, event)
  }

  function emit(event: Event) {
    // Settings are those of the person, in whatever window.
    if (event.name === 'preferencesChanged') shared.tellAll(event)
    else send(event)
    // Told again of the project that is open already: another program has changed it.
    if (event.name !== 'projectChanged' || workbench.currentPath() === path) return
    path = workbench.currentPath()
    if (window !== null) nameWindow(window, path)
    shared.onProject(path)
  }

  const workbench: Workbench = createWorkbench({
    settings,
    places,
    userDataFolder: app.getPath('userData'),
    emit,
    log,
  })
  const first = firstPath === null ? null : await workbench.openPath(firstPath)

  const opened = openWindow(settings.get().window, shared.present)
  window = opened
  nameWindow(opened, workbench.currentPath())

  const closeGuard = createCloseGuard({
    announce: () => send({ name: 'closing', value: {} }),
    isAbsent: () => !isAtWork || opened.isDestroyed() || opened.webContents.isCrashed(),
    askToClose: async (unsaved) => {
      const { response } = await dialog.showMessageBox(opened, closeQuestion(unsaved))
      return response === closeAnyway
    },
  })
  const dialogs = createDialogs({
    dialog,
    window: () => window,
    places,
    folderFor: (purpose) => settings.get().lastFolders[purpose] ?? app.getPath('documents'),
    rememberFolder: (purpose, folder) => {
      const { lastFolders } = settings.get()
      settings.set({ lastFolders: { ...lastFolders, [purpose]: folder } })
    },
  })
  const menu = shared.menuBar.addWindow(opened, (command) =>
    send({ name: 'menu', value: { command } }),
  )
  const handlers: Handlers = {
    ...workbench.handlers,
    ...closeGuard.handlers,
    ...dialogs,
    ...windowCalls({
      ...shared.program,
      resolve: places.resolve,
      figures: workbench.figures,
      showMenu: menu.show,
    }),
  }
  const guarded = guardClosing(opened, closeGuard, (state) => settings.set({ window: state }))
  watchPage(opened, { log, closeAnyway: guarded.closeAnyway })
  opened.once('closed', () => {
    window = null
  })
  opened.webContents.on('render-process-gone', () => {
    isAtWork = false
  })
  if (first?.ok === false) void showFailure(opened, first.failure)

  return {
    ...guarded,
    ask: closeGuard.ask,
    window: opened,
    contentsId: opened.webContents.id,
    currentPath: workbench.currentPath,
    open: async (wanted) => {
      const result = await workbench.openPath(wanted)
      if (!result.ok) void showFailure(opened, result.failure)
    },
    show: () => {
      if (opened.isMinimized()) opened.restore()
      opened.show()
      opened.focus()
    },
    send,
    dispatch: (name, args) => {
      isAtWork = true
      return dispatch(handlers, name, args, log)
    },
    issue: places.issue,
    endWork: workbench.close,
  }
}

/** Shows a failure with what to do about it. */
async function showFailure(window: BrowserWindow, { message, remedy }: Failure) {
  if (window.isDestroyed()) return
  await dialog.showMessageBox(window, { type: 'error', message, detail: remedy })
}
