import { defineConfig } from '@playwright/test'

import { electronExecutable } from './scripts/start/electron-runtime.ts'
import { chromiumLaunchOptions } from './tests/workbench/chromium.ts'
import type { ShellOptions } from './tests/workbench/test.ts'

const electronPath = electronExecutable(import.meta.dirname)

// Every journey runs through both shells; where Electron's runtime is absent, the desktop ones are skipped by name.
export default defineConfig<ShellOptions>({
  testDir: 'tests/journeys',
  outputDir: 'out/test/journeys',
  fullyParallel: true,
  // One more than the two cores of the smallest machine: journeys wait more than they work.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // A machine may stall for seconds in the middle of a journey. What passes only when tried again is named at the end.
  retries: 1,
  use: {
    launchOptions: await chromiumLaunchOptions(),
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    electronPath,
  },
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    { name: 'desktop', use: { shell: 'desktop' } },
  ],
})
