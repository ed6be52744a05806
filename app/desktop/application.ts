import { app, type BrowserWindow, ipcMain, protocol, screen, session, shell } from 'electron'

import type { Event } from '../../shared/contract.ts'
import { chooseLanguage } from '../../shared/language/languages.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { resolvePath } from '../workbench/project/resolve-path.ts'
import { endInOrder } from './closing.ts'
import { answerPages } from './ipc.ts'
import type { Log } from './log.ts'
import { createMenuBar } from './menu-bar.ts'
import { refuseNetwork } from './network.ts'
import { openProjectWindow, type ProjectWindow } from './project-window.ts'
import { servePage } from './protocol.ts'
import { denyPermissions } from './security.ts'
import { openSettings } from './settings.ts'

type Options = {
  /** The project to open first; `null` shows the start screen. */
  readonly firstPath: string | null
  /** Where the built page is. */
  readonly pageFolder: string
  readonly log: Log
}

export type Application = {
  /**
   * Opens a project where it is open already, or else in a window that has none, or else in a new one; `null` brings the
   * window used last to the front. What cannot be opened is said in the window.
   */
  readonly open: (path: string | null) => Promise<void>
  /** Opens a window where there is none. */
  readonly ensureWindow: () => Promise<void>
}

/** Wires windows, workbenches and menus together and shows the first window. Called once, when Electron is ready. */
export async function startApplication({
  firstPath,
  pageFolder,
  log,
}: Options): Promise<Application> {
  const settings = openSettings(log.write)
  const windows = new Map<BrowserWindow, ProjectWindow>()
  /** Projects of closed windows that are being closed. */
  const ending = new Set<Promise<void>>()
  /** Windows are opened one after the other, so that each finds out what the others have. */
  let last: Promise<unknown> = Promise.resolve()
  let lastFocused: BrowserWindow | null = null

  const menuBar = createMenuBar({
    platform: process.platform,
    isPackaged: app.isPackaged,
    recent: () => settings.get().recentProjects,
    onNewWindow: () => void inTurn(() => addWindow(null)),
    onOpenRecent: (path) => void open(path),
    onClearRecent: () => {
      settings.set({ recentProjects: [] })
      if (hasRecentDocuments) app.clearRecentDocuments()
      menuBar.refresh()
    },
    onShowLog: () => shell.showItemInFolder(log.path),
  })

  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = last.then(work)
    last = done.catch(() => null)
    return done
  }

  function tellAll(event: Event) {
    for (const { send } of windows.values()) send(event)
  }

  async function addWindow(path: string | null) {
    let self: BrowserWindow | null = null
    const added = await openProjectWindow(path, {
      settings,
      menuBar,
      log: log.write,
      tellAll,
      onProject: (current) => {
        if (current !== null && hasRecentDocuments) app.addRecentDocument(current)
        menuBar.refresh()
      },
      program: {
        settings,
        log,
        systemLanguages: () => app.getPreferredSystemLanguages(),
        onSpeak: menuBar.refresh,
        surroundings: () => ({ Windows: windows.size, Displays: displays() }),
        openWindow: () => void inTurn(() => addWindow(null)),
        openProject: (other) => void open(other, self),
      },
      present: [...windows.keys()],
    })
    const { window } = added
    self = window
    windows.set(window, added)
    window.on('focus', () => {
      lastFocused = window
    })
    window.once('closed', () => {
      windows.delete(window)
      if (lastFocused === window) lastFocused = null
      const ended = added.endWork().finally(() => ending.delete(ended))
      ending.add(ended)
    })
  }

  function windowUsedLast(): ProjectWindow | undefined {
    const focused = lastFocused === null ? undefined : windows.get(lastFocused)
    return focused ?? [...windows.values()].at(-1)
  }

  async function openNow(path: string | null, preferred: BrowserWindow | null) {
    const present = [...windows.values()]
    const wanted = path === null ? null : ownPath(path)
    const having = present.find(({ currentPath }) => wanted !== null && currentPath() === wanted)
    const free = present
      .toReversed()
      .toSorted(
        (one, other) => Number(other.window === preferred) - Number(one.window === preferred),
      )
      .find(({ currentPath }) => currentPath() === null)
    const shown = path === null ? windowUsedLast() : (having ?? free)
    if (shown === undefined) {
      await addWindow(path)
      return
    }
    shown.show()
    if (path !== null && shown !== having) await shown.open(path)
  }

  const open = (path: string | null, preferred: BrowserWindow | null = null) =>
    inTurn(() => openNow(path, preferred))

  // The menu is there before the page, which says later what it speaks.
  const { language } = settings.get().preferences
  await setLanguage(chooseLanguage(language, app.getPreferredSystemLanguages()))
  denyPermissions(session.defaultSession)
  refuseNetwork(session.defaultSession, { isPackaged: app.isPackaged })
  await servePage(protocol, pageFolder)
  answerPages(
    ipcMain,
    (id) => [...windows.values()].find(({ contentsId }) => contentsId === id) ?? null,
  )
  endInOrder({
    windows: () => [...windows.values()],
    settled: async () => {
      while (ending.size > 0) await Promise.allSettled(ending)
    },
    staysOpen: process.platform === 'darwin',
  })
  await inTurn(() => addWindow(firstPath))

  return {
    open: (path) => open(path),
    ensureWindow: () =>
      inTurn(async () => {
        if (windows.size === 0) await addWindow(null)
      }),
  }
}

/** Elsewhere the system keeps no such list for programs. */
const hasRecentDocuments = process.platform === 'darwin' || process.platform === 'win32'

/** Links followed, as the workbench calls its project; the path as it is where nothing is there. */
function ownPath(path: string): string {
  const resolved = resolvePath(path)
  return resolved.ok ? resolved.value : path
}

function displays(): string {
  return screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width} × ${size.height} at ${scaleFactor}`)
    .join(', ')
}
