import { chromium, type Browser } from '@playwright/test'

import { heldBackAnswers } from '../app/desktop/prompt-answers.ts'
import { chromiumLaunchOptions } from '../tests/workbench/chromium.ts'

/** Pages may collect garbage between measurements, and answers are let in as on the desktop. */
const switches = ['--js-flags=--expose-gc', `--disable-features=${heldBackAnswers}`]

/** The headless Chromium of the journeys. */
export async function launchBrowser(): Promise<Browser> {
  const options = await chromiumLaunchOptions()
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...switches] })
}
