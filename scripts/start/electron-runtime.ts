import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How long the download may stand still, in ms. */
const patience = 20_000

/** Electron's executable as its package installed it; `null` where the runtime is absent. */
export function electronExecutable(root: string): string | null {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

/**
 * Runs Electron's own installer once. It says nothing of its progress, so its temporary folder is watched instead: a
 * download that has not grown for twenty seconds is given up. False where the runtime could not be fetched.
 */
export async function fetchElectron(root: string): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-electron-'))
  const target = join(root, 'node_modules/electron/dist')
  const installer = spawn(process.execPath, ['node_modules/electron/install.js'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  })
  let size = 0
  let grownAt = Date.now()
  const watch = setInterval(() => {
    void (async () => {
      const now = (await bytesIn(temporary)) + (await bytesIn(target))
      if (now !== size) [size, grownAt] = [now, Date.now()]
      else if (Date.now() - grownAt > patience) installer.kill('SIGKILL')
    })()
  }, 1_000)
  try {
    return await new Promise((resolve) => {
      installer.once('error', () => resolve(false))
      installer.once('close', (code) => resolve(code === 0))
    })
  } finally {
    clearInterval(watch)
    await rm(temporary, { recursive: true, force: true })
  }
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map((entry) =>
      stat(join(folder, entry)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
