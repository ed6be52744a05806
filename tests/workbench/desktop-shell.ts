import { once } from 'node:events'
import { join } from 'node:path'

import { _electron, type ElectronApplication, type Page } from '@playwright/test'

import { personalFolders } from './browser-shell.ts'
import type { StartOptions, Workbench } from './shell.ts'

const root = join(import.meta.dirname, '../..')

/** Starts the desktop shell as `npm start` does, with settings of its own. */
export async function startDesktopShell(
  executablePath: string,
  { home, projectPath, initScript, onPage }: StartOptions,
): Promise<Workbench & { readonly app: ElectronApplication }> {
  const app = await _electron.launch(launchOptions(executablePath, home, projectPath))
  await app.context().addInitScript(initScript)
  const page = await app.firstWindow()
  onPage(page)
  await page.reload()
  const ended = once(app.process(), 'close')
  return {
    app,
    page,
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
      await ended
    },
    ...dialogsOf(app, page, home),
  }
}

/** How Electron is started on a checkout, with the settings and folders of `home`. */
export function launchOptions(executablePath: string, home: string, projectPath: string | null) {
  const paths = projectPath === null ? [] : [projectPath]
  return {
    executablePath,
    args: ['.', ...paths, `--user-data-dir=${join(home, '.config/verbatim')}`],
    cwd: root,
    env: definedIn({ ...process.env, ...personalFolders(home) }),
  }
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** The system's own dialogs cannot be driven from outside, so they answer at once with what a person would choose. */
function dialogsOf(
  app: ElectronApplication,
  page: Page,
  home: string,
): Pick<Workbench, 'newProject' | 'openProject' | 'importFiles' | 'exportFile'> {
  async function openAnswers(filePaths: readonly string[]): Promise<void> {
    await app.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] })
    }, filePaths)
  }
  async function saveAnswers(path: string): Promise<void> {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
  }
  return {
    newProject: async (fileName) => {
      const path = join(home, fileName)
      await saveAnswers(path)
      await page.getByRole('button', { name: 'New project…' }).click()
      return path
    },
    openProject: async (fileName) => {
      await openAnswers([join(home, fileName)])
      await page.getByRole('button', { name: 'Open project…' }).click()
    },
    importFiles: async (paths) => {
      await openAnswers(paths)
      await page.getByRole('button', { name: 'Choose files…' }).click()
    },
    exportFile: async () => {
      const dialog = page.getByRole('dialog', { name: 'Export' })
      const lines = await dialog.getByRole('radio', { name: 'JSON Lines' }).isChecked()
      const path = join(home, lines ? 'Export.jsonl' : 'Export.json')
      await saveAnswers(path)
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
      return path
    },
  }
}
