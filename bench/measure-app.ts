import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { startBrowserShell } from '../app/browser/serve.ts'
import { tagsPerRun } from './corpus.ts'
import { resultOf, viewport, type Options } from './measure.ts'
import { tagKey } from './pages/timing.ts'
import type { Result } from './results.ts'
import { scaleName, type Scale } from './scale.ts'
import { seedProject, valueOf } from './seed-project.ts'
import { servePages } from './serve-pages.ts'

type Tagged = { readonly painted: number; readonly saved: number }

/** Tags in the whole workbench, over the browser shell, in a real project file. */
export async function measureApp(
  browser: Browser,
  { scales, runs, say }: Options,
): Promise<readonly Result[]> {
  const server = await servePages(['app.ts'])
  // The page's own policy refuses foreign scripts, and the one that takes the times is foreign.
  const page = await browser.newPage({ viewport, bypassCSP: true })
  try {
    const results: Result[] = []
    for (const scale of scales) {
      const tags: Tagged[] = []
      for (let run = 0; run <= runs; run += 1) {
        say(`Whole app, ${scaleName(scale)}: ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`)
        const taken = await runApp(page, `${server.origin}/app.js`, scale)
        if (run > 0) tags.push(...taken)
      }
      const painted = tags.map((tag) => tag.painted)
      const saved = tags.map((tag) => tag.saved)
      results.push(
        resultOf('Verbatim, whole app', scale, 'Key press to painted tag', painted),
        resultOf('Verbatim, whole app', scale, 'Key press to Saved', saved),
      )
    }
    return results
  } finally {
    await page.close()
    await server.close()
  }
}

/** Opens a fresh project of this scale and tags in it by real key presses. */
async function runApp(page: Page, script: string, scale: Scale): Promise<readonly Tagged[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
  try {
    const shell = valueOf(
      await startBrowserShell({
        projectPath: await seedProject(folder, scale),
        port: 0,
        openBrowser: false,
        log: console.error,
        userDataFolder: join(folder, 'settings'),
        homeFolder: folder,
      }),
    )
    try {
      await page.goto(shell.url)
      await page.addScriptTag({ url: script, type: 'module' })
      await page.waitForFunction((given) => globalThis.appBenchmark?.isReady(given), scale)
      const tags: Tagged[] = []
      for (let rank = 0; rank < tagsPerRun; rank += 1) {
        await page.evaluate(([given, at]) => globalThis.appBenchmark?.arm(given, at), [
          scale,
          rank,
        ] as const)
        await page.keyboard.press(tagKey)
        const tagged = await page.evaluate(() => globalThis.appBenchmark?.tagged())
        if (tagged === undefined) throw new Error('the page gave no times')
        tags.push(tagged)
      }
      return tags
    } finally {
      await page.goto('about:blank')
      await shell.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
