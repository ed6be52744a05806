import { EventEmitter } from 'node:events'

import type {
  BrowserWindowConstructorOptions,
  IpcMain,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  Rectangle,
  SaveDialogOptions,
  Session,
  WebContents,
} from 'electron'

import { pageOrigin } from './protocol.ts'

/**
 * A stand-in for the parts of Electron that the desktop shell uses, for tests where no Electron runtime can be had. It
 * records what it is told; the product's own use of Electron is checked against Electron's types.
 */

type Sent = { readonly channel: string; readonly value: unknown }

class FakeContents extends EventEmitter {
  readonly id = 1
  readonly mainFrame = { origin: pageOrigin }
  readonly sent: Sent[] = []
  windowOpenHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null
  reloads = 0
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]) {
    this.windowOpenHandler = handler
  }
  isDestroyed() {
    return false
  }
  send(channel: string, value: unknown) {
    this.sent.push({ channel, value })
  }
  reload() {
    this.reloads += 1
  }
}

export class BrowserWindow extends EventEmitter {
  static latest: BrowserWindow | null = null
  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  url = ''
  maximized = false
  focused = 0
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    BrowserWindow.latest = this
  }
  loadURL(url: string) {
    this.url = url
    return Promise.resolve()
  }
  show() {}
  focus() {
    this.focused += 1
  }
  maximize() {
    this.maximized = true
  }
  isMaximized() {
    return this.maximized
  }
  isMinimized() {
    return false
  }
  getNormalBounds(): Rectangle {
    return { x: 1, y: 2, width: 800, height: 600 }
  }
  /** As Electron does it: asks first, then closes and says that no window is left. */
  close() {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (prevented) return
    BrowserWindow.latest = null
    this.emit('closed')
    app.emit('window-all-closed')
  }
}

class FakeApp extends EventEmitter {
  userData = ''
  readonly isPackaged = true
  quits = 0
  ended = false
  getPath(name: string) {
    return name === 'userData' ? this.userData : `/home/ana/${name}`
  }
  languages: readonly string[] = ['en-GB']
  getPreferredSystemLanguages() {
    return [...this.languages]
  }
  getVersion() {
    return '0.0.0'
  }
  /** As Electron does it: `will-quit` may put it off. */
  quit() {
    this.quits += 1
    let prevented = false
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    this.ended = !prevented
  }
}

export const app = new FakeApp()

type Handler = Parameters<IpcMain['handle']>[1]
export const ipcHandlers = new Map<string, (...args: Parameters<Handler>) => unknown>()
export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle: (channel, handler) => void ipcHandlers.set(channel, handler),
}

export const answers = { open: [] as string[], save: '', box: 0 }
export const boxes: MessageBoxOptions[] = []
export const openDialogs: OpenDialogOptions[] = []
export const saveDialogs: SaveDialogOptions[] = []
export const dialog = {
  showMessageBox: (_window: unknown, options: MessageBoxOptions) => {
    boxes.push(options)
    return Promise.resolve({ response: answers.box, checkboxChecked: false })
  },
  showOpenDialog: (_window: unknown, options: OpenDialogOptions) => {
    openDialogs.push(options)
    return Promise.resolve({ canceled: answers.open.length === 0, filePaths: answers.open })
  },
  showSaveDialog: (_window: unknown, options: SaveDialogOptions) => {
    saveDialogs.push(options)
    return Promise.resolve({ canceled: answers.save === '', filePath: answers.save })
  },
}

export const menus: MenuItemConstructorOptions[][] = []
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: MenuItemConstructorOptions[]) => void menus.push(menu),
}

export const protocol = { handle: () => {}, registerSchemesAsPrivileged: () => {} }
export const shell = { showItemInFolder: () => {} }

class FakeSession extends EventEmitter {
  requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null
  checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null
  deviceHandler: Parameters<Session['setDevicePermissionHandler']>[0] = null
  displayHandler: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null
  setPermissionRequestHandler(handler: typeof this.requestHandler) {
    this.requestHandler = handler
  }
  setPermissionCheckHandler(handler: typeof this.checkHandler) {
    this.checkHandler = handler
  }
  setDevicePermissionHandler(handler: typeof this.deviceHandler) {
    this.deviceHandler = handler
  }
  setDisplayMediaRequestHandler(handler: typeof this.displayHandler) {
    this.displayHandler = handler
  }
  beforeRequest: ((details: object, answer: (response: object) => void) => void) | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: typeof this.beforeRequest) => {
      this.beforeRequest = listener
    },
  }
}
export const session = { defaultSession: new FakeSession() }

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }

/** As before the first start, with another user data folder. */
export function reset(userData: string): void {
  app.userData = userData
  app.ended = false
  app.removeAllListeners()
  session.defaultSession.removeAllListeners()
  ipcHandlers.clear()
  Object.assign(answers, { open: [], save: '', box: 0 })
  for (const list of [boxes, openDialogs, saveDialogs, menus]) list.length = 0
}

export const exposed = new Map<string, unknown>()
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
}

class FakeRenderer extends EventEmitter {
  readonly invoked: unknown[][] = []
  invoke(...args: unknown[]) {
    this.invoked.push(args)
    return Promise.resolve(null)
  }
}
export const ipcRenderer = new FakeRenderer()
