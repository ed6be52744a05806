import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import type { Browser } from '@playwright/test'
import { z } from 'zod'

import { viewport } from '../measure.ts'
import { tagKey } from '../pages/timing.ts'

/** A page that does nothing but save, over HTTP to a process of its own: what saving takes on this machine at least. */
export type BarePage = AsyncDisposable & {
  /** Presses the key for so many ms; gives the times from then until `Saved` was painted and until the page knew, in ms. */
  readonly save: (held: number) => Promise<readonly number[]>
}

/** `script` is the address of `bare.js`; what is saved goes into `folder`. */
export async function openBarePage(
  browser: Browser,
  script: string,
  folder: string,
): Promise<BarePage> {
  const server = fork(join(import.meta.dirname, 'bare-process.ts'), [join(folder, 'bare.db')])
  const [port] = await once(server, 'message')
  const page = await browser.newPage({ viewport, bypassCSP: true })
  await page.goto(`http://127.0.0.1:${z.int().parse(port)}/`)
  await page.addScriptTag({ url: script, type: 'module' })
  await page.waitForFunction(() => globalThis.bareBenchmark !== undefined)
  return {
    save: async (held) => {
      await page.evaluate(() => globalThis.bareBenchmark?.await())
      await page.keyboard.press(tagKey, { delay: held })
      return (await page.evaluate(() => globalThis.bareBenchmark?.took())) ?? []
    },
    [Symbol.asyncDispose]: async () => {
      await page.close()
      const ended = once(server, 'exit')
      server.disconnect()
      await ended
    },
  }
}
