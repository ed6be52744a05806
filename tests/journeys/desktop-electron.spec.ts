import { spawn } from 'node:child_process'
import { once } from 'node:events'

import type { ElectronApplication } from '@playwright/test'

import { openDocument } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { launchOptions, startDesktopShell } from '../workbench/desktop-shell.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** What only the real Electron can prove; the rest of the desktop shell is proved on a stand-in for it. */

test.skip(({ shell }) => shell === 'browser', 'it is about Electron')

test('the menu of a real window tags what is selected', async ({ electronPath, home }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { app, page, close } = await start(electronPath, home, path)
  await openDocument(page, 'Bridge')
  await keepMenu(app)
  // The menu is made anew where a command has another key.
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Change the key of Tag Claim' }).click()
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await dragOver(page, 'the old bridge is safe')
  await expect
    .poll(() => itemOf(app, 'label-claim'))
    .toEqual({ accelerator: 'F9', registerAccelerator: false, enabled: true })
  await app.evaluate(() =>
    Reflect.get(globalThis, 'keptMenu').getMenuItemById('label-claim').click(),
  )
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is safe'])
  await close()
})

test('a second start with a file ends, and the first shows it', async ({ electronPath, home }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { app, page, close } = await start(electronPath, home, null)
  const { executablePath, args, cwd, env } = launchOptions(electronPath ?? '', home, path)
  const [status] = await once(spawn(executablePath, args, { cwd, env, stdio: 'ignore' }), 'close')
  expect(status).toBe(0)
  await expect(page.getByRole('heading', { name: 'News' })).toBeVisible()
  expect(app.windows()).toHaveLength(1)
  await close()
})

test('a page whose process is killed comes back with everything that was saved, and nothing gets out', async ({
  electronPath,
  home,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { app, page, close } = await start(electronPath, home, path)
  await openDocument(page, 'Bridge')
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge')).toHaveLength(1)
  const loaded = await app.evaluate(async ({ BrowserWindow, dialog, net, session }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return 'no window'
    const again = new Promise((resolve) => {
      window.webContents.once('did-finish-load', () => resolve(null))
    })
    window.webContents.forcefullyCrashRenderer()
    await again
    const request = net.request({ url: 'https://example.org/', session: session.defaultSession })
    return new Promise<string>((resolve) => {
      request.on('response', () => resolve('a response'))
      request.on('error', (error) => resolve(error.message))
      request.end()
    })
  })
  expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT')
  await close()
  expect(storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is safe'])
})

function start(electronPath: string | null, home: string, projectPath: string | null) {
  if (electronPath === null) throw new Error('The Electron runtime is not installed')
  return startDesktopShell(electronPath, {
    home,
    projectPath,
    initScript: () => {},
    onPage: () => {},
  })
}

/** Keeps the menu that is made next: Electron does not tell the menu of a window. */
async function keepMenu(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    Menu.buildFromTemplate = (template) => {
      const menu = build(template)
      Object.assign(globalThis, { keptMenu: menu })
      return menu
    }
  })
}

/** An item of the menu that was kept; `null` where it is not there. */
function itemOf(app: ElectronApplication, id: string): Promise<unknown> {
  return app.evaluate((_electron, wanted) => {
    const item = Reflect.get(globalThis, 'keptMenu')?.getMenuItemById(wanted)
    if (item === undefined || item === null) return null
    const { accelerator, registerAccelerator, enabled } = item
    return { accelerator, registerAccelerator, enabled }
  }, id)
}
