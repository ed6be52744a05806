import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { z } from 'zod'

import { type Application, startApplication } from './application.ts'
import { callChannel } from './channels.ts'
import * as electron from './fake-electron/electron.ts'
import { answers } from './fake-electron/fake-dialog.ts'
import { invoke } from './fake-electron/fake-ipc.ts'
import { FakeWindow } from './fake-electron/fake-window.ts'
import { createLog } from './log.ts'

const chosenSchema = z.object({
  value: z.array(z.object({ ticket: z.string(), name: z.string() })),
})

/**
 * The desktop shell on the stand-in for Electron, started anew for each test of a file, which mocks `electron` itself. What
 * is still in its log at the end of a test is a failure of it.
 */
export function runningApplication() {
  let folder = ''
  let application: Application

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
    await writeFile(join(folder, 'index.html'), '<title>Verbatim</title>')
    electron.reset(folder)
    await start(null)
  })

  afterEach(async () => {
    while (FakeWindow.all.length > 0) await closeWindow(0)
    await ended()
    const logged = createLog(join(folder, 'verbatim.log')).tail(100)
    await rm(folder, { recursive: true })
    if (logged.length > 0) throw new Error(logged.join('\n'))
  })

  async function start(firstPath: string | null) {
    application = await startApplication({
      firstPath,
      pageFolder: folder,
      log: createLog(join(folder, 'verbatim.log')),
    })
  }

  return {
    /** A path in the folder of the test. */
    at: (...names: string[]) => join(folder, ...names),
    open: (path: string | null) => application.open(path),
    /** Ends it and starts it anew. */
    restart: async (firstPath: string | null = null) => {
      await closeWindow(0)
      await ended()
      electron.reset(folder)
      await start(firstPath)
    },
    /** Makes a project by way of the dialog. */
    createProject: async (name: string, window = openWindow()) => {
      answers.save = join(folder, name)
      const ticket = await choose('newProject', window)
      return call('project.create', { ticket }, window)
    },
  }
}

/** Waits until the program has ended. */
export async function ended() {
  await vi.waitFor(() => {
    expect(electron.app.ends).toBe(1)
  })
}

export function openWindow(at = 0): FakeWindow {
  const window = FakeWindow.all[at]
  if (window === undefined) throw new Error('No such window is open')
  return window
}

export async function windowsOpen(count: number) {
  await vi.waitFor(() => {
    expect(FakeWindow.all).toHaveLength(count)
  })
}

/** Calls as the page of a window does. */
export function call(name: string, args: unknown, window = openWindow(), event: object = {}) {
  return invoke(window.webContents, callChannel, [name, args], event)
}

/** Chooses what `answers` say in a dialog; gives the first ticket. */
export async function choose(purpose: string, window = openWindow()) {
  const wanted = { purpose, suggestedName: '' }
  return chosenSchema.parse(await call('places.choose', wanted, window)).value[0]?.ticket
}

/** Closes a window whose page has so many acts that it could not save. */
export async function closeWindow(unsaved: number, window = openWindow()) {
  await call('app.info', {}, window)
  window.close()
  await call('window.readyToClose', { unsaved }, window)
}
