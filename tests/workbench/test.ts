import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, type Page, test as base } from '@playwright/test'

import { startBrowserShell } from './browser-shell.ts'
import { startDesktopShell } from './desktop-shell.ts'
import type { StartOptions, Workbench } from './shell.ts'

export { expect }

export type ShellOptions = {
  /** Which shell the journeys go through. */
  readonly shell: 'browser' | 'desktop'
  /** Electron's executable; `null` where its runtime is not installed. */
  readonly electronPath: string | null
}

/** Starts the workbench on a project, or on the start screen; what still runs ends with the journey. */
export type Start = (
  projectPath: string | null,
  options?: Partial<Pick<StartOptions, 'initScript'>>,
) => Promise<Workbench>

type Fixtures = {
  /** Skips what cannot run on this machine, before anything is started. */
  readonly possible: void
  /** A folder of the journey's own that stands for the person's home. */
  readonly home: string
  readonly start: Start
}

export const test = base.extend<Fixtures & ShellOptions>({
  shell: ['browser', { option: true }],
  electronPath: [null, { option: true }],

  possible: [
    async ({ shell, electronPath }, use, testInfo) => {
      const obstacle = shell === 'desktop' ? obstacleToElectron(electronPath) : null
      testInfo.skip(obstacle !== null, obstacle ?? '')
      await use()
    },
    { auto: true },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright takes the fixtures that are needed from this pattern.
  home: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-home-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },

  start: async ({ context, home, shell, electronPath }, use) => {
    const started = new Set<Workbench>()
    const faults: string[] = []
    await use(async (projectPath, { initScript = () => {} } = {}) => {
      const onPage = (page: Page) => noteFaults(page, faults)
      const options = { home, projectPath, initScript, onPage }
      const workbench =
        shell === 'browser' || electronPath === null
          ? await startBrowserShell(context, options)
          : await startDesktopShell(electronPath, options)
      started.add(workbench)
      return {
        ...workbench,
        close: async () => {
          started.delete(workbench)
          await workbench.close()
        },
        kill: async () => {
          started.delete(workbench)
          await workbench.kill()
        },
      }
    })
    await Promise.all(Array.from(started, ({ close }) => close()))
    expect(faults, 'nothing went wrong in the page unseen').toEqual([])
  },
})

function obstacleToElectron(electronPath: string | null): string | null {
  if (electronPath === null) return 'the Electron runtime is not installed'
  if (process.platform !== 'linux') return null
  if (process.getuid?.() === 0) return 'Electron does not run as the root user'
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']
  return display === undefined ? 'there is no display' : null
}

/** Notes what breaks in the page without failing a step: uncaught errors, and what the content policy refuses. */
function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|requires 'Trusted/.test(message.text()))
      faults.push(message.text())
  })
}
