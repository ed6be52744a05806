import { existsSync, readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'

import { z } from 'zod'

import { pages } from '../../app/desktop/fake-electron/electron.ts'
import { invoke } from '../../app/desktop/fake-electron/fake-ipc.ts'
import type { FakeWindow } from '../../app/desktop/fake-electron/fake-window.ts'
import type { Event } from '../../shared/contract.ts'

type Listener = (event: unknown, value: unknown) => void
type Bridge = z.infer<typeof bridgeSchema>

const bridgeSchema = z.object({
  call: z.custom<(name: string, args: unknown) => Promise<unknown>>(isFunction),
  listen: z.custom<(listener: (event: Event) => void) => () => void>(isFunction),
  placeOf: z.custom<(file: unknown) => Promise<unknown>>(isFunction),
})

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

/** Plays the page of a window: it is loaded as Electron does, the built preload script first, and answers as ours does. */
export type Page = {
  readonly bridge: () => Bridge
  readonly isLoaded: () => boolean
  readonly heard: Event[]
  /** How many acts it says that it could not save; `null` says nothing, as a page that hangs. */
  unsaved: number | null
}

export function openPage(window: FakeWindow): Page {
  let listeners = new Map<string, Set<Listener>>()
  let bridge: Bridge | null = null
  const page: Page = {
    heard: [],
    unsaved: 0,
    isLoaded: () => bridge !== null,
    bridge: () => {
      if (bridge === null || window.webContents.crashed) throw new Error('The page is not there')
      return bridge
    },
  }

  /** All that a sandboxed preload script may `require`. https://www.electronjs.org/docs/latest/tutorial/sandbox */
  const modules: Readonly<Record<string, unknown>> = {
    electron: {
      contextBridge: {
        exposeInMainWorld: (name: string, api: unknown) => {
          if (name === 'verbatim') bridge = bridgeSchema.parse(api)
        },
      },
      ipcRenderer: {
        invoke: (channel: string, ...args: readonly unknown[]) =>
          invoke(window.webContents, channel, args),
        on: (channel: string, listener: Listener) => {
          listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
        },
        off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
      },
      // A file that a script made has no path.
      webUtils: {
        getPathForFile: (file: unknown) => (typeof file === 'string' ? file : ''),
      },
    },
  }

  async function load() {
    listeners = new Map()
    bridge = null
    await assertServed(window.url)
    // Electron loads no page into a window that is gone.
    if (window.isDestroyed()) return
    const { preload } = window.options.webPreferences ?? {}
    if (preload === undefined || !existsSync(preload)) throw new Error('There is no preload script')
    const code = readFileSync(preload, 'utf8')
    const required = (name: string) => {
      const module = modules[name]
      if (module === undefined) throw new Error(`A sandboxed preload script cannot require ${name}`)
      return module
    }
    const run = compileFunction(code, ['require', 'module', 'exports'], { filename: preload })
    Reflect.apply(run, null, [required, {}, {}])
    page.bridge().listen((event) => {
      page.heard.push(event)
      if (event.name === 'closing' && page.unsaved !== null) {
        void page.bridge().call('window.readyToClose', { unsaved: page.unsaved })
      }
    })
    window.emit('ready-to-show')
  }

  window.webContents.on('to-page', (channel: string, value: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, value)
  })
  window.webContents.on('loading', () => void load())
  return page
}

/** Throws where the page of an address is not served with its policy. */
async function assertServed(url: string) {
  const answer = await pages.get('app')?.(new Request(url))
  if (answer?.status !== 200) throw new Error(`${url} is not served`)
  if (answer.headers.get('content-security-policy') === null) throw new Error('There is no policy')
}
