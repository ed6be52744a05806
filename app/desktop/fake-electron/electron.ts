import type { CustomScheme, Display, Protocol, Screen, Shell } from 'electron'

import { app } from './fake-app.ts'
import { answers, boxes, dialog, openDialogs, saveDialogs } from './fake-dialog.ts'
import { ipcHandlers, ipcMain } from './fake-ipc.ts'
import { FakeMenu as Menu } from './fake-menu.ts'
import { session } from './fake-session.ts'
import { FakeWindow as BrowserWindow } from './fake-window.ts'

/**
 * A stand-in for exactly the parts of Electron that the desktop shell uses, for machines without its runtime. It is typed by
 * Electron's own types, so that it does not compile where they change; a test holds its exports to what the shell imports.
 */
export { app, BrowserWindow, dialog, ipcMain, Menu, session }

type PageHandler = Parameters<Protocol['handle']>[1]
export const pages = new Map<string, PageHandler>()
export const schemes: CustomScheme[] = []
export const protocol = {
  handle: (scheme: string, handler: PageHandler) => void pages.set(scheme, handler),
  registerSchemesAsPrivileged: (registered: CustomScheme[]) => {
    if (app.isReady()) throw new Error('Schemes are registered before the app is ready')
    schemes.push(...registered)
  },
} satisfies Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>

export const revealed: string[] = []
export const shell = {
  showItemInFolder: (path: string) => void revealed.push(path),
} satisfies Pick<Shell, 'showItemInFolder'>

type UsedDisplay = Pick<Display, 'id' | 'scaleFactor' | 'size' | 'workArea'>
const display: UsedDisplay = {
  id: 1,
  scaleFactor: 1,
  size: { width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1050 },
}
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies { readonly [Name in keyof Screen & ('getPrimaryDisplay' | 'getAllDisplays')]: unknown }

/** As before the first start, with another user data folder. */
export function reset(userData: string): void {
  Object.assign(app, { userData, ends: 0, relaunches: 0, handedOver: null })
  app.removeAllListeners()
  app.becomeReady()
  session.defaultSession.removeAllListeners()
  ipcHandlers.clear()
  Object.assign(answers, { open: [], save: '', box: 0 })
  BrowserWindow.all.length = 0
  Menu.application = null
  for (const list of [boxes, openDialogs, saveDialogs, revealed, app.recent]) list.length = 0
}

const electron: Readonly<Record<string, unknown>> = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
}

// oxlint-disable-next-line import/no-default-export -- as electron-store imports it
export default electron
