import { chromium, type Browser } from '@playwright/test'

import { chromiumLaunchOptions } from '../tests/workbench/chromium.ts'

/** The headless Chromium of the journeys; here pages may collect garbage between measurements. */
export async function launchBrowser(): Promise<Browser> {
  const options = await chromiumLaunchOptions()
  return chromium.launch({ ...options, args: [...(options.args ?? []), '--js-flags=--expose-gc'] })
}
