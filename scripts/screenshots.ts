import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import { startBrowserShell } from '../app/browser/serve.ts'
import { chromiumLaunchOptions } from '../tests/workbench/chromium.ts'

/** Takes the pictures in `docs/` from the built workbench on its own sample: run `npm run build` before. */
const folder = await mkdtemp(join(tmpdir(), 'verbatim-screenshots-'))
const shell = await startBrowserShell({
  projectPath: null,
  port: 0,
  openBrowser: false,
  log: (text) => {
    console.error(text)
  },
  userDataFolder: folder,
  homeFolder: folder,
})
if (!shell.ok) throw new Error(shell.failure.message)
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
  })
  await page.goto(shell.value.url)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('listbox', { name: 'Annotations' }).getByRole('option').nth(2).click()
  for (const scheme of ['light', 'dark'] as const) await takePicture(page, scheme)
} finally {
  await browser.close()
  await shell.value.close()
  await rm(folder, { recursive: true })
}

async function takePicture(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const path = join(import.meta.dirname, `../docs/workbench-${colorScheme}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  console.log(path)
}
