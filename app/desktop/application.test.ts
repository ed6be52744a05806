import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'

import { presentLanguage } from '../../shared/language/present-language.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { type Application, startApplication } from './application.ts'
import { callChannel, eventChannel } from './channels.ts'
import { pageOrigin, pageUrl } from './protocol.ts'
import * as electron from './test-electron.ts'

vi.mock('electron', () => import('./test-electron.ts'))
// electron-store is conf in Electron's user data folder.
vi.mock('electron-store', async () => {
  const { default: Conf } = await import('conf')
  const { app } = await import('./test-electron.ts')
  return {
    default: class extends Conf {
      constructor(options: { name: string }) {
        super({ ...options, configName: options.name, cwd: app.userData })
      }
    },
  }
})

const chosenSchema = z.object({
  value: z.array(z.object({ ticket: z.string(), name: z.string() })),
})

let folder: string
let application: Application
const logged: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  await writeFile(join(folder, 'index.html'), '<title>Verbatim</title>')
  electron.reset(folder)
  logged.length = 0
  await start()
})

afterEach(async () => {
  if (!electron.app.ended) await closeWindow(0)
  await rm(folder, { recursive: true })
  if (logged.length > 0) throw new Error(logged.join('\n'))
})

async function start(firstPath: string | null = null) {
  application = await startApplication({
    firstPath,
    pageFolder: folder,
    log: (line) => logged.push(line),
    logPath: join(folder, 'verbatim.log'),
  })
}

function openWindow(): electron.BrowserWindow {
  const { latest } = electron.BrowserWindow
  if (latest === null) throw new Error('No window is open')
  return latest
}

function call(name: string, args: unknown, sender: object = {}): unknown {
  const { webContents } = openWindow()
  const event = { sender: webContents, senderFrame: webContents.mainFrame, ...sender }
  return Reflect.apply(electron.ipcHandlers.get(callChannel) ?? (() => null), null, [
    event,
    name,
    args,
  ])
}

async function closeWindow(unsaved: number) {
  openWindow().close()
  await call('window.readyToClose', { unsaved })
}

async function createProject(name: string) {
  electron.answers.save = join(folder, name)
  const chosen = await call('places.choose', { purpose: 'newProject', suggestedName: 'New' })
  const { value } = chosenSchema.parse(chosen)
  expect(value.map((place) => place.name)).toEqual([name])
  return call('project.create', { ticket: value[0]?.ticket })
}

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
    const open = webContents.windowOpenHandler ?? (() => null)
    expect(Reflect.apply(open, null, [{ url: 'https://evil.example' }])).toEqual({ action: 'deny' })
    for (const name of ['will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn<() => void>()
      webContents.emit(name, { preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    }
  })

  test('makes no request that would leave the app', () => {
    const answer = vi.fn<(response: object) => void>()
    electron.session.defaultSession.beforeRequest?.({ url: 'https://evil.example/' }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: true })
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

  test('opens next time as it was left', async () => {
    await closeWindow(0)
    electron.app.ended = false
    await start()
    expect(openWindow().options).toMatchObject({ x: 1, y: 2, width: 800, height: 600 })
  })
})

describe('calls', () => {
  test('from the page are answered', async () => {
    expect(await call('app.info', {})).toMatchObject({ ok: true, value: { shell: 'desktop' } })
  })

  test('of the language that is spoken change what the shell says', async () => {
    onTestFinished(() => setLanguage('en'))
    const before = electron.menus.length
    expect(await call('app.speak', { language: 'ru' })).toEqual({ ok: true, value: null })
    expect([presentLanguage(), electron.menus.length]).toEqual(['ru', before + 1])
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
    ['another window', { sender: { id: 2 } }],
  ])('from %s are refused', (_, sender) => {
    expect(() => call('app.info', {}, sender)).toThrow('does not come from the page')
  })

  test('from a page of another origin are refused', () => {
    const mainFrame = { origin: 'https://evil.example' }
    const sender = { sender: { id: 1, mainFrame }, senderFrame: mainFrame }
    expect(() => call('app.info', {}, sender)).toThrow('does not come from the page')
  })
})

describe('a project', () => {
  test('made through the dialog is opened, told to the page and listed in the menu', async () => {
    expect(await createProject('Week 1.verbatim')).toMatchObject({ ok: true })
    expect(openWindow().webContents.sent).toMatchObject([
      { channel: eventChannel, value: { name: 'projectChanged' } },
    ])
    expect(JSON.stringify(electron.menus.at(-1))).toContain('"label":"Week 1"')
    expect(electron.saveDialogs[0]?.defaultPath).toBe('/home/ana/documents/New')
    electron.answers.save = ''
    await call('places.choose', { purpose: 'newProject', suggestedName: '../../etc/x' })
    expect(electron.saveDialogs[1]?.defaultPath).toBe(join(folder, 'x'))
  })

  test('named without its ending gets it, and a taken name is asked about', async () => {
    await writeFile(join(folder, 'set.json'), '{}')
    electron.answers.save = join(folder, 'set')
    electron.answers.box = 0
    const wanted = { purpose: 'export', suggestedName: 'set.json' }
    expect(await call('places.choose', wanted)).toEqual({ ok: true, value: [] })
    electron.answers.box = 1
    expect(await call('places.choose', wanted)).toMatchObject({
      ok: true,
      value: [{ name: 'set.json' }],
    })
    expect(electron.boxes).toHaveLength(2)
    electron.answers.save = join(folder, 'week-brat')
    const asFolder = { purpose: 'exportFolder', suggestedName: 'week-brat' }
    expect(await call('places.choose', asFolder)).toMatchObject({
      ok: true,
      value: [{ name: 'week-brat' }],
    })
  })

  test('that cannot be opened says why in a dialog', async () => {
    const path = join(folder, 'text.verbatim')
    await writeFile(path, 'not a project')
    const opening = application.openProject(path)
    await call('window.readyToClose', { unsaved: 0 })
    await opening
    expect(electron.boxes).toMatchObject([
      { type: 'error', message: expect.stringContaining('text') },
    ])
  })

  test('named at the start is open before the page asks', async () => {
    await createProject('Week 1.verbatim')
    await closeWindow(0)
    electron.app.ended = false
    await start(join(folder, 'Week 1.verbatim'))
    expect(await call('project.current', {})).toMatchObject({
      ok: true,
      value: { fileName: 'Week 1.verbatim' },
    })
  })
})

describe('closing', () => {
  test('waits for the page, then closes the project to one file and ends', async () => {
    await createProject('Week 1.verbatim')
    const window = openWindow()
    window.close()
    expect(window.webContents.sent.at(-1)?.value).toEqual({ name: 'closing', value: {} })
    expect(electron.BrowserWindow.latest).toBe(window)
    await call('window.readyToClose', { unsaved: 0 })
    await vi.waitFor(() => expect(electron.app.ended).toBe(true))
    expect((await readdir(folder)).filter((name) => name.startsWith('Week'))).toEqual([
      'Week 1.verbatim',
    ])
  })

  test('with something unsaved is up to the person', async () => {
    const window = openWindow()
    electron.answers.box = 0
    await closeWindow(2)
    await vi.waitFor(() => expect(electron.boxes).toHaveLength(1))
    expect(electron.boxes[0]?.message).toBe('2 changes are not saved.')
    expect(electron.BrowserWindow.latest).toBe(window)
    electron.answers.box = 1
    await closeWindow(2)
    await vi.waitFor(() => expect(electron.app.ended).toBe(true))
  })
})

test('a page that died is loaded again', async () => {
  const { webContents } = openWindow()
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  await vi.waitFor(() => expect(webContents.reloads).toBe(1))
  expect(logged.splice(0)).toEqual(['The page ended: crashed (5)'])
})
