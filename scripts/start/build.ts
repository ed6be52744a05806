import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const sources = [
  'app',
  'renderer',
  'resources',
  'shared',
  'electron.vite.config.ts',
  'package-lock.json',
]
const outputs = [
  'out/main/main.js',
  'out/main/verbatim.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** Builds both shells where a source is newer than the last build. False where the build failed. */
export async function buildIfNeeded(root: string): Promise<boolean> {
  if (await isFresh(root)) return true
  const child = spawn(
    process.execPath,
    ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let report = ''
  child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) process.stderr.write(report)
  return code === 0
}

async function isFresh(root: string): Promise<boolean> {
  const built = await Promise.all(outputs.map((path) => modifiedAt(join(root, path))))
  const newest = await Promise.all(sources.map((path) => newestIn(join(root, path))))
  return Math.min(...built) > Math.max(...newest)
}

/** Time of the last change to a file or to anything in a folder, in ms since 1970; 0 where there is none. */
async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all(['', ...entries].map((entry) => modifiedAt(join(path, entry))))
  return Math.max(...times)
}

async function modifiedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  return found?.mtimeMs ?? 0
}
