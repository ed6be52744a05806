import { EventEmitter } from 'node:events'

import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'

import { FakeContents } from './fake-contents.ts'
import type { FakeMenu } from './fake-menu.ts'
import type { FakeOf } from './fake-of.ts'

type UsedWindow = FakeOf<
  BrowserWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setRepresentedFilename'
  | 'setTitle'
  | 'show'
>

/** Stands in for `BrowserWindow`: it asks before it closes, as Electron's does, and records the rest. */
export class FakeWindow extends EventEmitter implements UsedWindow {
  /** Those that are open, in the order of their opening. */
  static readonly all: FakeWindow[] = []
  /** How many were opened in all. */
  static opened = 0
  static onOpened: (window: FakeWindow) => void = () => {}
  static onClosed: () => void = () => {}
  static focused: FakeWindow | null = null

  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  url = ''
  title = ''
  representedFilename = ''
  menu: FakeMenu | null = null
  maximized = false
  minimized = false
  shown = 0
  bounds: Rectangle

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    FakeWindow.all.push(this)
    FakeWindow.focused = this
    FakeWindow.opened += 1
    FakeWindow.onOpened(this)
  }
  loadURL(url: string) {
    this.url = url
    this.webContents.emit('loading')
    return Promise.resolve()
  }
  show() {
    this.#assertOpen()
    this.shown += 1
  }
  focus() {
    this.#assertOpen()
    FakeWindow.focused = this
    this.emit('focus')
  }
  isFocused() {
    return FakeWindow.focused === this
  }
  restore() {
    this.minimized = false
  }
  maximize() {
    this.maximized = true
  }
  isMaximized() {
    return this.maximized
  }
  isMinimized() {
    return this.minimized
  }
  isDestroyed() {
    return this.webContents.destroyed
  }
  getNormalBounds(): Rectangle {
    this.#assertOpen()
    return this.bounds
  }
  setTitle(title: string) {
    this.#assertOpen()
    this.title = title
  }
  setRepresentedFilename(path: string) {
    this.representedFilename = path
  }
  setMenu(menu: FakeMenu | null) {
    this.#assertOpen()
    this.menu = menu
  }
  close() {
    this.#assertOpen()
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (prevented) return
    this.webContents.destroyed = true
    FakeWindow.all.splice(FakeWindow.all.indexOf(this), 1)
    if (FakeWindow.focused === this) FakeWindow.focused = FakeWindow.all.at(-1) ?? null
    this.emit('closed')
    FakeWindow.onClosed()
  }
  /** Electron's objects throw once they are destroyed. */
  #assertOpen() {
    if (this.webContents.destroyed) throw new TypeError('Object has been destroyed')
  }
}
