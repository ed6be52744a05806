import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

import type { BrowserContext, Page } from '@playwright/test'

import type { StartOptions, Workbench } from './shell.ts'

/** As it is built: it starts in a quarter of the time that its sources take. */
const program = join(import.meta.dirname, '../../out/main/verbatim.js')
/** Loaded before the program, as `node --import` takes it. */
export const refuseNetwork = pathToFileURL(join(import.meta.dirname, 'refuse-network.ts')).href

/** Starts `verbatim serve` as a process of its own and opens what it serves in a new tab. */
export async function startBrowserShell(
  context: BrowserContext,
  { home, projectPath, initScript, onPage }: StartOptions,
): Promise<Workbench> {
  const server = await serve(home, projectPath)
  const page = await context.newPage()
  onPage(page)
  await page.addInitScript(initScript)
  await page.goto(server.url)
  return { page, close: server.close, kill: server.kill, ...dialogsOf(page, home) }
}

async function serve(home: string, projectPath: string | null) {
  const paths = projectPath === null ? [] : [projectPath]
  const args = ['--import', refuseNetwork, program, 'serve', '--no-open', ...paths]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...personalFolders(home) },
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const closed = once(child, 'close')
  const url = await Promise.race([firstLine(child.stdout), closed.then(() => null)])
  if (url === null) throw new Error(`Verbatim could not be served: ${complaints}`)

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await closed
  }
  return {
    url,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      if (child.exitCode === 0) return
      const how = child.exitCode ?? child.signalCode
      throw new Error(`Verbatim did not end well (${how}): ${complaints}`)
    },
  }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line
  return new Promise(() => {
    // The process has ended, and says so itself.
  })
}

/** Where the three systems keep a person's files and settings. */
export function personalFolders(home: string): NodeJS.ProcessEnv {
  const settings = join(home, '.config')
  return {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: settings,
    APPDATA: settings,
    LOCALAPPDATA: settings,
  }
}

function dialogsOf(
  page: Page,
  home: string,
): Pick<Workbench, 'newProject' | 'openProject' | 'importFiles' | 'exportFile'> {
  return {
    newProject: async (fileName) => {
      await page.getByRole('button', { name: 'New project…' }).click()
      const dialog = page.getByRole('dialog', { name: 'New project' })
      await dialog.getByRole('textbox', { name: 'File name' }).fill(fileName)
      await dialog.getByRole('button', { name: 'Create' }).click()
      await dialog.waitFor({ state: 'hidden' })
      return join(home, fileName)
    },
    openProject: async (fileName) => {
      await page.getByRole('button', { name: 'Open project…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Open project' })
      const files = dialog.getByRole('listbox', { name: 'Files and folders' })
      await files.getByRole('option', { name: fileName }).click()
      await dialog.getByRole('button', { name: 'Open', exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    },
    importFiles: async (paths) => {
      const [picker] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose files…' }).click(),
      ])
      await picker.setFiles([...paths])
    },
    exportFile: async () => {
      const dialog = page.getByRole('dialog', { name: 'Export' })
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Export', exact: true }).click(),
      ])
      const path = join(home, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
  }
}
