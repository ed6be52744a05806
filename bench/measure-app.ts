import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { startBrowserShell } from '../app/browser/serve.ts'
import { tagsPerRun } from './corpus.ts'
import { resultOf, viewport, type Options } from './measure.ts'
import type { Moment, Tagged } from './pages/app.ts'
import { tagKey } from './pages/timing.ts'
import type { Measure, Result } from './results.ts'
import { scaleName, type Scale } from './scale.ts'
import { seedProject, valueOf } from './seed-project.ts'
import { servePages } from './serve-pages.ts'

/** Times of one run, in ms. */
type Run = {
  readonly tags: readonly Tagged[]
  readonly moments: readonly Readonly<Record<Moment, number>>[]
}

/** How often each moment is met in one run: the slowest of a handful would pass for 95 of 100. */
const momentsPerRun = 5

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
      const counted: Run[] = []
      for (let run = 0; run <= runs; run += 1) {
        say(`Whole app, ${scaleName(scale)}: ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`)
        const taken = await runApp(page, `${server.origin}/app.js`, scale)
        if (run > 0) counted.push(taken)
      }
      const tags = counted.flatMap((run) => run.tags)
      const moments = counted.flatMap((run) => run.moments)
      const of = (part: keyof Tagged) => tags.map((tag) => tag[part])
      results.push(
        resultOf('Verbatim, whole app', scale, 'Key press to painted tag', of('painted')),
        resultOf('Verbatim, whole app', scale, 'Frames to painted tag', of('frames')),
        resultOf('Verbatim, whole app', scale, 'Key press to Saved', of('saved')),
        ...momentMeasures.map(([moment, measure]) =>
          resultOf(
            'Verbatim, whole app',
            scale,
            measure,
            moments.map((times) => times[moment]),
          ),
        ),
      )
    }
    return results
  } finally {
    await page.close()
    await server.close()
  }
}

const momentMeasures = [
  ['palette', 'Opening the palette'],
  ['filter', 'Filtering the list'],
  ['jump', 'Jumping to an annotation'],
] as const satisfies readonly (readonly [Moment, Measure])[]

/** Opens a fresh project of this scale and works in it by real key presses, with every panel open. */
async function runApp(page: Page, script: string, scale: Scale): Promise<Run> {
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
      const moments: Readonly<Record<Moment, number>>[] = []
      for (let round = 0; round < momentsPerRun; round += 1) {
        moments.push(await runMoments(page, scale))
      }
      return { tags, moments }
    } finally {
      await page.goto('about:blank')
      await shell.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function runMoments(page: Page, scale: Scale): Promise<Readonly<Record<Moment, number>>> {
  const palette = await take('palette', () => page.keyboard.press('ControlOrMeta+k'))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Filter' }).click()
  const labels = page.getByRole('combobox', { name: 'Label', exact: true })
  const filter = await take('filter', () => labels.selectOption('Denial'))
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await page.keyboard.press('End')
  const jump = await take('jump', () => page.keyboard.press('Enter'))
  await page.keyboard.press('ControlOrMeta+Home')
  return { palette, filter, jump }

  async function take(moment: Moment, start: () => Promise<unknown>): Promise<number> {
    await page.evaluate(([given, at]) => globalThis.appBenchmark?.await(given, at), [
      moment,
      scale,
    ] as const)
    await start()
    const time = await page.evaluate(() => globalThis.appBenchmark?.took())
    if (time === undefined) throw new Error('the page gave no time')
    return time
  }
}
