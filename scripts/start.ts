// `npm start [-- PATH]`: opens Verbatim's desktop shell, or its browser shell where Electron cannot run.
import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

import { hasDisplay } from '../app/browser/launch.ts'
import { buildIfNeeded } from './start/build.ts'
import { electronExecutable, fetchElectron } from './start/electron-runtime.ts'

const root = join(import.meta.dirname, '..')
// npm runs scripts in the checkout; a path is meant from where the person stands.
const paths = process.argv.slice(2).map((path) => resolve(process.env['INIT_CWD'] ?? '.', path))

/** A start that ends sooner than this, in ms, and not well, has shown no window. */
const tooSoon = 5_000

if (await buildIfNeeded(root)) {
  const obstacle = await openDesktop()
  if (obstacle !== null) {
    const instead = hasDisplay() ? 'opens in the browser instead.' : 'is served at this address:'
    console.log(`${obstacle}, so Verbatim ${instead}`)
    process.exitCode = await run(process.execPath, ['out/main/verbatim.js', 'serve', ...paths])
  }
} else {
  console.error('Verbatim could not be built; the messages above say why.')
  process.exitCode = 1
}

/** Runs the desktop shell to its end. Returns the start of a sentence that says why it cannot run here, or `null`. */
async function openDesktop(): Promise<string | null> {
  if (electronExecutable(root) === null) {
    console.log('Fetching the Electron runtime…')
    await fetchElectron(root)
  }
  const electron = electronExecutable(root)
  if (electron === null) {
    return 'The Electron runtime is not installed and could not be downloaded'
  }
  if (!hasDisplay()) return 'There is no display here'
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return 'Electron does not run as the root user'
  }
  const startedAt = Date.now()
  const code = await run(electron, ['.', ...paths])
  if (code !== 0 && Date.now() - startedAt < tooSoon) {
    return 'Electron could not start (its own message is above)'
  }
  process.exitCode = code
  return null
}

/** Runs a command in the checkout, passing signals on. Returns its exit code. */
function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  const stop = passSignals(child)
  return new Promise((finish, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      stop()
      finish(code ?? 1)
    })
  })
}

function passSignals(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return () => process.off('SIGINT', pass).off('SIGTERM', pass)
}
