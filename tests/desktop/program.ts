import { registerHooks } from 'node:module'

import { app, BrowserWindow } from '../../app/desktop/fake-electron/electron.ts'
import type { FakeWindow } from '../../app/desktop/fake-electron/fake-window.ts'
import { openPage, type Page } from './page.ts'
import { verbsOn } from './verbs.ts'

/*
 * Runs the built main bundle as Electron would, with a stand-in for Electron. Its arguments are those of the program; the
 * process that started it says what is to happen, and is told what did.
 */

const fake = new URL('../../app/desktop/fake-electron/electron.ts', import.meta.url).href
const main = new URL('../../out/main/main.js', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
})

const { VERBATIM_USER_DATA = '', VERBATIM_IS_FIRST } = process.env
app.userData = VERBATIM_USER_DATA
app.isFirst = VERBATIM_IS_FIRST !== 'no'
app.onExit = (status) => {
  const { handedOver, relaunches } = app
  process.send?.({ kind: 'ended', handedOver, windows: BrowserWindow.opened, relaunches })
  process.exit(status)
}

const pages = new Map<FakeWindow, Page>()
BrowserWindow.onOpened = (window) => {
  pages.set(window, openPage(window))
  window.webContents.on('to-page', (_channel: string, event: unknown) => {
    process.send?.({ kind: 'event', window: BrowserWindow.all.indexOf(window), event })
  })
}
const verbs: Readonly<Record<string, (args: never) => unknown>> = verbsOn(pages)

type Request = { readonly id: number; readonly verb: string; readonly args: never }
process.on('message', ({ id, verb, args }: Request) => void answer(id, verb, args))

async function answer(id: number, verb: string, args: never) {
  try {
    process.send?.({ kind: 'answer', id, value: await verbs[verb]?.(args) })
  } catch (error) {
    process.send?.({ kind: 'answer', id, error: String(error) })
  }
}

// As a packaged program has them.
process.argv.splice(0, 2, '/opt/Verbatim/verbatim')
await import(main)
// The main module is evaluated, whatever it waited for.
app.becomeReady()
