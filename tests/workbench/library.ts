import { fileURLToPath } from 'node:url'

import type { Page } from '@playwright/test'
import { build } from 'vite'

/** Loads a package into a page, bundled as applications bundle it, as a property of `window`. `url` is of its main file. */
export async function loadLibrary(page: Page, url: string, name: string): Promise<void> {
  const entry = fileURLToPath(url)
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name, fileName: name } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const [script] = bundle !== undefined && 'output' in bundle ? bundle.output : []
  if (script?.type !== 'chunk') throw new Error(`“${url}” could not be bundled.`)
  await page.addScriptTag({ content: script.code })
}
