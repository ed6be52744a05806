import { EventEmitter } from 'node:events'

import type { ContextBridge, IpcRenderer, WebUtils } from 'electron'

/** A stand-in for what Electron gives a preload script, for tests where no runtime can be had. */

/** What the page finds in its window, by name. */
export const exposed = new Map<string, unknown>()
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
} satisfies Pick<ContextBridge, 'exposeInMainWorld'>

class FakeRenderer extends EventEmitter {
  readonly invoked: unknown[][] = []
  invoke(...args: unknown[]) {
    this.invoked.push(args)
    return Promise.resolve(null)
  }
}
export const ipcRenderer = new FakeRenderer() satisfies Pick<IpcRenderer, 'invoke'>

export const webUtils = {
  getPathForFile: ({ name }: File) => `/home/ana/${name}`,
} satisfies Pick<WebUtils, 'getPathForFile'>
