// `npm run package`: the installers of this system, in `out/package`, as electron-builder.yml says.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { electronExecutable, fetchElectron } from './start/electron-runtime.ts'

const root = join(import.meta.dirname, '..')

process.exitCode = await makePackage()

async function makePackage(): Promise<number> {
  if (electronExecutable(root) === null) {
    console.log('Fetching the Electron runtime…')
    await fetchElectron(root)
  }
  if (electronExecutable(root) === null) {
    console.error(
      'No package was built: the Electron runtime is not installed and could not be downloaded; ' +
        '“npx install-electron” fetches it where GitHub, or a mirror named in ELECTRON_MIRROR, can be reached.',
    )
    return 1
  }
  const built = await run('node_modules/electron-vite/bin/electron-vite.js', ['build'])
  return built === 0 ? run('node_modules/electron-builder/cli.js', ['--publish', 'never']) : built
}

/** Runs a script of an installed package in the checkout. Returns its exit code. */
function run(script: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
