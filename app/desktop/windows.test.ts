import { rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'

import { beforeEach, describe, expect, test, vi } from 'vitest'

import {
  call,
  choose,
  closeWindow,
  ended,
  openWindow,
  runningApplication,
  windowsOpen,
} from './application.fixture.ts'
import * as electron from './fake-electron/electron.ts'
import { answers, boxes } from './fake-electron/fake-dialog.ts'
import { FakeWindow } from './fake-electron/fake-window.ts'
import { createLog } from './log.ts'

vi.mock('electron', () => import('./fake-electron/electron.ts'))
vi.mock('electron-store', () => import('./fake-electron/electron-store.ts'))

const { at, open, createProject } = runningApplication()

describe('a second start', () => {
  test('opens its file where it is open, then in a free window, then in a new one', async () => {
    await createProject('One.verbatim')
    await createProject('Two.verbatim')
    const titles = () => FakeWindow.all.map(({ title }) => title)
    expect(titles()).toEqual(['Two – Verbatim'])

    await open(at('One.verbatim'))
    expect(titles()).toEqual(['Two – Verbatim', 'One – Verbatim'])
    await open(at('.', 'Two.verbatim'))
    expect(titles()).toHaveLength(2)
    expect(FakeWindow.focused).toBe(openWindow(0))

    await call('window.open', {})
    await windowsOpen(3)
    await call('project.close', {}, openWindow(1))
    await open(at('One.verbatim'))
    expect(titles()).toEqual(['Two – Verbatim', 'Verbatim', 'One – Verbatim'])
  })

  test('without a file brings the window used last to the front', async () => {
    await call('window.open', {})
    await windowsOpen(2)
    openWindow(0).focus()
    FakeWindow.focused = null
    openWindow(0).minimized = true
    await open(null)
    expect(FakeWindow.focused).toBe(openWindow(0))
    expect(openWindow(0).minimized).toBe(false)
  })
})

describe('several windows', () => {
  beforeEach(async () => {
    await createProject('One.verbatim')
    await call('window.open', {})
    await windowsOpen(2)
    await createProject('Two.verbatim', openWindow(1))
  })

  test('have each their own project, and share their settings', async () => {
    expect(await call('project.current', {}, openWindow(0))).toMatchObject({
      value: { fileName: 'One.verbatim' },
    })
    expect(await call('project.current', {}, openWindow(1))).toMatchObject({
      value: { fileName: 'Two.verbatim' },
    })
    await call('preferences.set', { theme: 'dark' }, openWindow(1))
    for (const { webContents } of FakeWindow.all) {
      expect(webContents.sent.at(-1)).toMatchObject({
        name: 'preferencesChanged',
        value: { theme: 'dark' },
      })
    }
    expect(openWindow(0).options).not.toMatchObject({ x: openWindow(1).options.x })
  })

  test('have tickets of their own', async () => {
    answers.open = [at('One.verbatim')]
    const ticket = await choose('openProject', openWindow(0))
    expect(await call('window.openProject', { ticket }, openWindow(1))).toMatchObject({
      failure: { code: 'notFound' },
    })
  })

  test('are all asked before the program quits, and stay where somebody wants to wait', async () => {
    const [one, two] = [openWindow(0), openWindow(1)]
    electron.app.quit()
    await call('window.readyToClose', { unsaved: 0 }, one)
    await vi.waitFor(() => expect(two.webContents.sent.at(-1)?.name).toBe('closing'))
    await call('window.readyToClose', { unsaved: 3 }, two)
    await vi.waitFor(() => expect(boxes).toMatchObject([{ message: '3 changes are not saved.' }]))
    expect(FakeWindow.all).toEqual([one, two])
    expect(electron.app.ends).toBe(0)
  })

  test('close their projects each to one file when the program quits', async () => {
    const [one, two] = [openWindow(0), openWindow(1)]
    electron.app.quit()
    for (const window of [one, two, one, two]) {
      await vi.waitFor(() => expect(window.webContents.sent.at(-1)?.name).toBe('closing'))
      await call('window.readyToClose', { unsaved: 0 }, window)
      // Asked once for all, and once more as it closes.
      window.webContents.sent.pop()
    }
    await ended()
    const files = (await readdir(at())).filter((name) => name.includes('.verbatim'))
    expect(files).toEqual(['One.verbatim', 'Two.verbatim'])
  })
})

describe('closing', () => {
  test('does not wait for a page that is still being loaded', async () => {
    openWindow().close()
    await ended()
    expect(FakeWindow.all).toEqual([])
  })

  test('waits for the page, then closes the project to one file and ends', async () => {
    await createProject('Week 1.verbatim')
    const window = openWindow()
    window.close()
    expect(window.webContents.sent.at(-1)).toEqual({ name: 'closing', value: {} })
    expect(FakeWindow.all).toEqual([window])
    await call('window.readyToClose', { unsaved: 0 })
    await ended()
    expect((await readdir(at())).filter((name) => name.startsWith('Week'))).toEqual([
      'Week 1.verbatim',
    ])
  })

  test('with something unsaved is up to the person', async () => {
    const window = openWindow()
    await closeWindow(2)
    await vi.waitFor(() => expect(boxes).toHaveLength(1))
    expect(boxes[0]?.message).toBe('2 changes are not saved.')
    expect(FakeWindow.all).toEqual([window])
    answers.box = 1
    await closeWindow(2)
    await ended()
  })
})

describe('a page', () => {
  function logged() {
    const lines = createLog(at('verbatim.log')).tail(10)
    rmSync(at('verbatim.log'))
    return lines.map((line) => line.slice(line.indexOf(' ') + 1))
  }

  test('that died is loaded again, or its window closes without waiting for it', async () => {
    const { webContents } = openWindow()
    webContents.crash({ reason: 'oom', exitCode: 5 })
    await vi.waitFor(() => expect(webContents.reloads).toBe(1))
    expect(boxes[0]?.message).toBe('The page of this window ended unexpectedly.')
    answers.box = 1
    webContents.crash({ reason: 'crashed', exitCode: 6 })
    await ended()
    expect(logged()).toEqual(['A page ended: oom (5)', 'A page ended: crashed (6)'])
  })

  test('that does not answer is waited for, and ended where somebody wants that', async () => {
    const { webContents } = openWindow()
    webContents.emit('unresponsive')
    await vi.waitFor(() => expect(boxes).toHaveLength(1))
    webContents.emit('unresponsive')
    webContents.emit('responsive')
    await Promise.resolve()
    expect([boxes.length, webContents.reloads]).toEqual([1, 0])
    answers.box = 1
    webContents.emit('unresponsive')
    await vi.waitFor(() => expect(webContents.reloads).toBe(1))
    expect(boxes).toHaveLength(2)
    expect(logged()).toEqual([
      'A page does not answer',
      'A page does not answer',
      'A page answers again',
      'A page does not answer',
      'A page ended: crashed (5)',
    ])
  })
})
