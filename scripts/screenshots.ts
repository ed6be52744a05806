// `npm run screenshots [-- NAME…]`: takes the pictures in `docs/pictures`, all of them or those named, from the built workbench.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from '@playwright/test'

import { startBrowserShell } from '../app/browser/serve.ts'
import { chromiumLaunchOptions } from '../tests/workbench/chromium.ts'
import { pictures } from './screenshots/pictures.ts'
import { makePictureProject } from './screenshots/project.ts'
import { takePicture } from './screenshots/take-picture.ts'

const names = process.argv.slice(2)
const wanted = pictures.filter(({ name }) => names.length === 0 || names.includes(name))
const home = await mkdtemp(join(tmpdir(), 'verbatim-screenshots-'))
const shell = await startBrowserShell({
  projectPath: await makePictureProject(home),
  port: 0,
  openBrowser: false,
  log: (text) => {
    console.error(text)
  },
  userDataFolder: home,
  homeFolder: home,
})
if (!shell.ok) throw new Error(shell.failure.message)
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  const page = await browser.newPage({ deviceScaleFactor: 1.5, reducedMotion: 'reduce' })
  await page.goto(shell.value.url)
  for (const picture of wanted) {
    const { path, bytes } = await takePicture(page, picture)
    console.log(`${path} ${Math.round(bytes / 1000)} kB`)
  }
} finally {
  await browser.close()
  await shell.value.close()
  await rm(home, { recursive: true })
}
