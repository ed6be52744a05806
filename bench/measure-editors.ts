import type { Browser, Page } from '@playwright/test'

import { tagsPerRun } from './corpus.ts'
import { resultOf, viewport, type Options } from './measure.ts'
import { tagKey } from './pages/timing.ts'
import type { Result, SubjectName } from './results.ts'
import { scaleName, type Scale } from './scale.ts'
import { servePages } from './serve-pages.ts'

/** Each editor has a page, and a name for reading. */
const editors = [
  { page: 'verbatim.html', subject: 'Verbatim' },
  { page: 'codemirror.html', subject: 'CodeMirror 6' },
  { page: 'recogito.html', subject: 'Recogito' },
  { page: 'lexical.html', subject: 'Lexical, empty' },
] as const satisfies readonly { page: string; subject: SubjectName }[]

/** Times of one run, in ms. */
type Run = { readonly open: number; readonly tags: readonly number[] }

/**
 * Opens the same text and annotations in each editor and tags in it. The editors take turns, so that what else the
 * machine does meets all of them.
 */
export async function measureEditors(
  browser: Browser,
  { scales, runs, say }: Options,
): Promise<readonly Result[]> {
  const server = await servePages(editors.map(({ page }) => page))
  const page = await browser.newPage({ viewport })
  try {
    const results: Result[] = []
    for (const scale of scales) {
      const taken = editors.map(({ subject }) => ({ subject, counted: new Array<Run>() }))
      for (let run = 0; run <= runs; run += 1) {
        say(`Editors, ${scaleName(scale)}: ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`)
        for (const [index, editor] of editors.entries()) {
          const times = await runEditor(page, `${server.origin}/${editor.page}`, scale)
          if (run > 0) taken[index]?.counted.push(times)
        }
      }
      for (const { subject, counted } of taken) {
        const opens = counted.map(({ open }) => open)
        const tags = counted.flatMap((run) => run.tags)
        // An empty editor has nothing to open.
        if (subject !== 'Lexical, empty') {
          results.push(resultOf(subject, scale, 'Opening to painted', opens))
        }
        results.push(resultOf(subject, scale, 'Key press to painted tag', tags))
      }
    }
    return results
  } finally {
    await page.close()
    await server.close()
  }
}

/** Opens a corpus in a fresh page and tags in it by real key presses. */
async function runEditor(page: Page, address: string, scale: Scale): Promise<Run> {
  await page.goto(address)
  await page.waitForFunction(() => globalThis.benchmark !== undefined)
  const open = await page.evaluate((given) => globalThis.benchmark?.open(given), scale)
  const tags: number[] = []
  for (let rank = 0; rank < tagsPerRun; rank += 1) {
    await page.evaluate((given) => globalThis.benchmark?.arm(given), rank)
    await page.keyboard.press(tagKey)
    tags.push(known(await page.evaluate(() => globalThis.benchmark?.painted())))
  }
  return { open: known(open), tags }
}

function known(time: number | undefined): number {
  if (time === undefined) throw new Error('the page gave no time')
  return time
}
