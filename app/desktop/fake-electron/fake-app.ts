import { EventEmitter } from 'node:events'

import type { App } from 'electron'

import { FakeWindow } from './fake-window.ts'

type UsedApp = Pick<
  App,
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'setActivationPolicy'
  | 'whenReady'
>

/** Stands in for `app`: it keeps to the order in which Electron closes windows and quits, and records the rest. */
class FakeApp extends EventEmitter implements UsedApp {
  userData = ''
  version = '0.0.0'
  isPackaged = true
  /** What the lock answers: whether this is the first process. */
  isFirst = true
  /** What a second process hands to the first. */
  handedOver: unknown = null
  /** How often it has ended, which is once. */
  ends = 0
  relaunches = 0
  readonly switches: string[] = []
  readonly recent: string[] = []
  /** Called with the exit status, in place of ending the process. */
  onExit: (status: number) => void = () => {}
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false

  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      this.switches.push(value === undefined ? name : `${name}=${value}`)
    },
    getSwitchValue: (name: string) => {
      const given = this.switches.findLast((one) => one.startsWith(`${name}=`))
      return given?.slice(name.length + 1) ?? ''
    },
  } satisfies Pick<App['commandLine'], 'appendSwitch' | 'getSwitchValue'>

  /** As Electron does once the main module has been evaluated. */
  becomeReady() {
    this.#isReady = true
    this.#ready.resolve()
  }
  isReady() {
    return this.#isReady
  }
  whenReady() {
    return this.#ready.promise
  }
  getPath(name: string) {
    return name === 'userData' ? this.userData : `/home/ana/${name}`
  }
  getPreferredSystemLanguages() {
    return ['en-GB']
  }
  getVersion() {
    return this.version
  }
  enableSandbox() {
    this.#beforeReady('enableSandbox')
  }
  setActivationPolicy(policy: 'regular' | 'accessory' | 'prohibited') {
    this.switches.push(`activation policy: ${policy}`)
  }
  requestSingleInstanceLock(data?: Record<string, unknown>) {
    if (!this.isFirst) this.handedOver = data
    return this.isFirst
  }
  addRecentDocument(path: string) {
    this.recent.push(path)
  }
  clearRecentDocuments() {
    this.recent.length = 0
  }
  relaunch() {
    this.relaunches += 1
  }
  /** Asks the windows first, and `will-quit` may put it off. */
  quit() {
    if (this.#isPutOff('before-quit')) return
    for (const window of FakeWindow.all) window.close()
    if (FakeWindow.all.length > 0 || this.#isPutOff('will-quit')) return
    this.exit(0)
  }
  exit(status = 0) {
    this.ends += 1
    this.onExit(status)
  }
  /** As Electron does it when the last window has closed and nobody asked it to quit. */
  noteClosed() {
    if (FakeWindow.all.length === 0) this.emit('window-all-closed')
  }

  #isPutOff(name: 'before-quit' | 'will-quit') {
    let prevented = false
    this.emit(name, { preventDefault: () => (prevented = true) })
    return prevented
  }
  #beforeReady(what: string) {
    if (this.#isReady) throw new Error(`${what} is only possible before the app is ready`)
  }
}

export const app = new FakeApp()
FakeWindow.onClosed = () => app.noteClosed()
