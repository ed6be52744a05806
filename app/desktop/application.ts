import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron'

import type { Event, Handlers } from '../../shared/contract.ts'
import { chooseLanguage } from '../../shared/language/languages.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { success } from '../../shared/result.ts'
import { createPlaces } from '../workbench/places.ts'
import { version } from '../workbench/version.ts'
import { createWorkbench, dispatch } from '../workbench/workbench.ts'
import { createCloseGuard } from './close-guard.ts'
import { closeAnyway, closeQuestion } from './close-question.ts'
import { createDialogs } from './dialogs.ts'
import { answerPage, sendToPage } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { servePage } from './protocol.ts'
import { denyPermissions, refuseNetwork } from './security.ts'
import { openSettings } from './settings.ts'
import { endWithWindow, guardClosing, recoverPage, showFailure } from './window-life.ts'
import { openWindow } from './window.ts'

type Options = {
  /** The project to open first; `null` shows the start screen. */
  readonly firstPath: string | null
  /** Where the built page is. */
  readonly pageFolder: string
  readonly log: (text: string) => void
  readonly logPath: string
}

export type Application = {
  /** Opens a project in the window, or says there why it cannot be opened. */
  readonly openProject: (path: string) => Promise<void>
  /** Brings the window to the front. */
  readonly show: () => void
}

/** Wires workbench, window and menu together and shows the window. Called once, when Electron is ready. */
export async function startApplication({
  firstPath,
  pageFolder,
  log,
  logPath,
}: Options): Promise<Application> {
  const settings = openSettings(log)
  const places = createPlaces()
  let window: BrowserWindow | null = null
  const contents = () => window?.webContents ?? null
  const send = (event: Event) => sendToPage(contents(), event)

  const workbench = createWorkbench({
    settings,
    places,
    userDataFolder: app.getPath('userData'),
    emit: (event) => {
      send(event)
      if (event.name === 'projectChanged') showMenu()
    },
    log,
  })
  const closeGuard = createCloseGuard({
    announce: () => send({ name: 'closing', value: {} }),
    askToClose: async (unsaved) => {
      if (window === null) return true
      const { response } = await dialog.showMessageBox(window, closeQuestion(unsaved))
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
  const handlers: Handlers = {
    ...workbench.handlers,
    ...closeGuard.handlers,
    ...dialogs,
    'app.info': () =>
      Promise.resolve(
        success({ version, shell: 'desktop', systemLanguages: app.getPreferredSystemLanguages() }),
      ),
    'app.speak': async ({ language }) => {
      await setLanguage(language)
      showMenu()
      return success(null)
    },
  }

  function showMenu() {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          isPackaged: app.isPackaged,
          recent: settings.get().recentProjects,
          onCommand: (command) => send({ name: 'menu', value: { command } }),
          onOpenRecent: (path) => void openProject(path),
          onShowLog: () => shell.showItemInFolder(logPath),
        }),
      ),
    )
  }

  async function openProject(path: string) {
    // What the page has not yet saved belongs to the project that is open now.
    if (window === null || !(await closeGuard.mayClose())) return
    const opened = await workbench.openPath(path)
    if (!opened.ok) await showFailure(window, opened.failure)
  }

  // The menu is there before the page, which says later what it speaks.
  const { language } = settings.get().preferences
  await setLanguage(chooseLanguage(language, app.getPreferredSystemLanguages()))
  denyPermissions(session.defaultSession)
  refuseNetwork(session.defaultSession)
  await servePage(protocol, pageFolder)
  answerPage(ipcMain, { contents, dispatch: (name, args) => dispatch(handlers, name, args, log) })
  const first = firstPath === null ? null : await workbench.openPath(firstPath)

  showMenu()
  window = openWindow(settings.get().window)
  guardClosing(window, closeGuard, (state) => settings.set({ window: state }))
  recoverPage(window, log)
  window.once('closed', () => {
    window = null
  })
  endWithWindow(() => workbench.close())
  if (first?.ok === false) void showFailure(window, first.failure)

  return {
    openProject,
    show: () => {
      if (window?.isMinimized() === true) window.restore()
      window?.focus()
    },
  }
}
