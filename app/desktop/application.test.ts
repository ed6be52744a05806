import { writeFile } from 'node:fs/promises'

import { describe, expect, onTestFinished, test, vi } from 'vitest'

import { presentLanguage } from '../../shared/language/present-language.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { call, openWindow, runningApplication } from './application.fixture.ts'
import { placeChannel } from './channels.ts'
import * as electron from './fake-electron/electron.ts'
import { answers, boxes, openDialogs, saveDialogs } from './fake-electron/fake-dialog.ts'
import { invoke } from './fake-electron/fake-ipc.ts'
import { FakeWindow } from './fake-electron/fake-window.ts'
import { pageOrigin, pageUrl } from './protocol.ts'

vi.mock('electron', () => import('./fake-electron/electron.ts'))
vi.mock('electron-store', () => import('./fake-electron/electron-store.ts'))

const { at, open, restart, createProject } = runningApplication()

describe('the window', () => {
  test('shows the page in a sandbox with nothing of Node', () => {
    const { options, url } = openWindow()
    expect(url).toBe(pageUrl)
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    })
    for (const weakening of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'webviewTag',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'navigateOnDragDrop',
    ]) {
      expect(options.webPreferences).not.toHaveProperty(weakening)
    }
  })

  test('goes nowhere else and opens nothing', () => {
    const { webContents } = openWindow()
    const handler = webContents.windowOpenHandler ?? (() => null)
    expect(Reflect.apply(handler, null, [{ url: 'https://evil.example' }])).toEqual({
      action: 'deny',
    })
    for (const name of ['will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn<() => void>()
      webContents.emit(name, { preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    }
  })

  test('is given no permission but to copy text', () => {
    const { requestHandler, checkHandler, deviceHandler } = electron.session.defaultSession
    const asked = ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'usb']
    const granted = (name: string) => {
      const answer = vi.fn<(granted: boolean) => void>()
      Reflect.apply(requestHandler ?? (() => null), null, [null, name, answer, {}])
      const check = Reflect.apply(checkHandler ?? (() => null), null, [null, name, '', {}])
      expect(answer).toHaveBeenCalledWith(check)
      return check
    }
    expect(asked.map(granted)).toEqual(asked.map(() => false))
    expect(granted('clipboard-sanitized-write')).toBe(true)
    expect(Reflect.apply(deviceHandler ?? (() => null), null, [{}])).toBe(false)
  })

  test('lets no request out and fetches no dictionaries', () => {
    expect(electron.session.defaultSession.lets(pageUrl)).toBe(true)
    expect(electron.session.defaultSession.lets('https://example.org/')).toBe(false)
    expect(electron.session.defaultSession.spellChecker).toBe(false)
  })

  test('opens next time as it was left', async () => {
    openWindow().bounds = { x: 11, y: 12, width: 900, height: 700 }
    await restart()
    expect(openWindow().options).toMatchObject({ x: 11, y: 12, width: 900, height: 700 })
  })
})

describe('calls', () => {
  test('from the page are answered', async () => {
    expect(await call('app.info', {})).toMatchObject({ ok: true, value: { shell: 'desktop' } })
  })

  test('of the language that is spoken change what the shell says', async () => {
    onTestFinished(() => setLanguage('en'))
    const { menu } = openWindow()
    expect(await call('app.speak', { language: 'ru' })).toEqual({ ok: true, value: null })
    expect(presentLanguage()).toBe('ru')
    expect(openWindow().menu).not.toBe(menu)
    expect(await call('app.speak', { language: 'xx' })).toMatchObject({ ok: false })
  })

  test('that are malformed get a failure', async () => {
    expect(await call('app.info', { more: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'invalidArguments' },
    })
  })

  test.each([
    ['another frame of the page', { senderFrame: { origin: pageOrigin } }],
    ['a frame that is gone', { senderFrame: null }],
    ['something that is no window', { sender: { id: -1 } }],
  ])('from %s are refused', async (_, event) => {
    await expect(call('app.info', {}, openWindow(), event)).rejects.toThrow('does not come from')
  })

  test('from a page of another origin are refused', async () => {
    const mainFrame = { origin: 'https://evil.example' }
    const event = { sender: { id: openWindow().webContents.id, mainFrame }, senderFrame: mainFrame }
    await expect(call('app.info', {}, openWindow(), event)).rejects.toThrow('does not come from')
  })

  test('tell what the program is made of, and nothing of anybody', async () => {
    await createProject('Ana’s week.verbatim')
    expect(await call('app.about', {})).toMatchObject({
      ok: true,
      value: {
        versions: expect.arrayContaining([{ name: 'Node.js', version: expect.any(String) }]),
      },
    })
    const told = JSON.stringify(await call('app.diagnostics', {}))
    expect(told).toContain('Annotations: 0')
    expect(told).toContain('1920 × 1080')
    expect(told).not.toContain('Ana’s week')
    expect(told).not.toContain(at())
  })

  test('for a dropped file give a ticket, and only for one that is on the disk', async () => {
    const { webContents } = openWindow()
    const path = at('story.txt')
    expect(await invoke(webContents, placeChannel, [path])).toMatchObject({
      ok: true,
      value: { name: 'story.txt' },
    })
    for (const none of ['', 'story.txt', '/a\0b', 5]) {
      expect(await invoke(webContents, placeChannel, [none])).toMatchObject({ ok: false })
    }
  })
})

describe('a project', () => {
  test('made through the dialog is opened, told to the page and named in window and menu', async () => {
    expect(await createProject('Week 1.verbatim')).toMatchObject({ ok: true })
    expect(openWindow().webContents.sent).toMatchObject([{ name: 'projectChanged' }])
    expect(openWindow().title).toBe('Week 1 – Verbatim')
    expect(openWindow().menu?.items.map(({ label }) => label)).toContain('Week 1')
    expect(saveDialogs[0]?.defaultPath).toBe('/home/ana/documents')
    answers.save = ''
    await call('places.choose', { purpose: 'newProject', suggestedName: '../../etc/x' })
    expect(saveDialogs[1]?.defaultPath).toBe(at('x'))
    expect(openDialogs).toEqual([])
  })

  test('named without its ending gets it, and a taken name is asked about', async () => {
    await writeFile(at('set.json'), '{}')
    answers.save = at('set')
    const wanted = { purpose: 'export', suggestedName: 'set.json' }
    expect(await call('places.choose', wanted)).toEqual({ ok: true, value: [] })
    answers.box = 1
    expect(await call('places.choose', wanted)).toMatchObject({
      ok: true,
      value: [{ name: 'set.json' }],
    })
    expect(boxes).toHaveLength(2)
    answers.save = at('week-brat')
    const asFolder = { purpose: 'exportFolder', suggestedName: 'week-brat' }
    expect(await call('places.choose', asFolder)).toMatchObject({
      ok: true,
      value: [{ name: 'week-brat' }],
    })
  })

  test('that cannot be opened says why in a dialog', async () => {
    const path = at('text.verbatim')
    await writeFile(path, 'not a project')
    await open(path)
    expect(boxes).toMatchObject([{ type: 'error', message: expect.stringContaining('text') }])
    expect(FakeWindow.all).toHaveLength(1)
  })

  test('named at the start is open before the page asks', async () => {
    await createProject('Week 1.verbatim')
    await restart(at('Week 1.verbatim'))
    expect(openWindow().title).toBe('Week 1 – Verbatim')
    expect(await call('project.current', {})).toMatchObject({
      ok: true,
      value: { fileName: 'Week 1.verbatim' },
    })
  })
})

test('the menu has the page’s commands, says which are possible, and tells the page what was chosen', async () => {
  const commands = [
    { id: 'closeProject', title: 'Close', group: 'project', key: 'Alt+KeyW', possible: false },
  ]
  await call('menu.show', { commands })
  const { menu, webContents } = openWindow()
  expect(menu?.getMenuItemById('closeProject')?.enabled).toBe(false)
  await call('menu.show', { commands: [{ ...commands[0], possible: true }] })
  // The menu that may be open is the same one.
  expect(openWindow().menu).toBe(menu)
  expect(menu?.getMenuItemById('closeProject')?.enabled).toBe(true)
  menu?.choose('closeProject')
  expect(webContents.sent.at(-1)).toEqual({ name: 'menu', value: { command: 'closeProject' } })
  menu?.choose('Show the log file')
  expect(electron.revealed).toEqual([at('verbatim.log')])
})
