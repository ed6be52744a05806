import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { strToU8, zipSync } from 'fflate'

import { openSampleProject } from '../../app/workbench/sample-project.ts'
import { personalFolders } from '../workbench/browser-shell.ts'
import { valueOf } from '../workbench/project.ts'
import { root } from './markdown-pages.ts'

/** Makes a folder in `home` with everything that the commands of the pages name. Gives its path. */
export async function makeShownProject(home: string): Promise<string> {
  const folder = mkdtempSync(join(home, 'project-'))
  const sample = valueOf(await openSampleProject(folder, 'Ada', null))
  sample.close()
  renameSync(sample.path, join(folder, 'news.verbatim'))
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'articles/ferry.txt'), 'The ferry is late.\n')
  writeFileSync(join(folder, 'articles/bridge.md'), '# The bridge\n\nIt is shut.\n')
  writeFileSync(join(folder, 'week.csv'), 'headline,body\nFerry,It left at noon.\n')
  const brat = {
    'mayor.txt': strToU8('The mayor said it was safe. Nobody denied it.'),
    'mayor.ann': strToU8('T1\tStatement 15 26\tit was safe\nT2\tDenial 28 44\tNobody denied it\n'),
  }
  writeFileSync(join(folder, 'brat.zip'), zipSync(brat))
  return folder
}

/** Runs `verbatim` there. Gives its exit status; of `serve`, which is ended once it tells its address, 0. */
export async function runVerbatim(
  home: string,
  folder: string,
  args: readonly string[],
): Promise<number | null> {
  const serves = args[0] === 'serve'
  const child = spawn(
    process.execPath,
    [join(root, 'app/cli/main.ts'), ...(serves ? forServing(args) : args)],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        // Settings of the person who runs the tests are left alone.
        ...personalFolders(home),
        // What one of them has compiled is there for the next, which halves their time.
        NODE_COMPILE_CACHE: join(home, 'compiled'),
      },
    },
  )
  const closed = once(child, 'close')
  let served = false
  for await (const line of createInterface({ input: child.stdout })) {
    if (!serves || !line.startsWith('http://127.0.0.1:')) continue
    served = true
    child.kill()
  }
  await closed
  return served ? 0 : child.exitCode
}

/** A port that somebody else may have is left to the system, and no browser is opened. */
function forServing(args: readonly string[]): readonly string[] {
  const port = args.indexOf('--port') + 1
  const given = args.map((word, place) => (port > 0 && place === port ? '0' : word))
  return given.includes('--no-open') ? given : [...given, '--no-open']
}

export const hasPython = spawnSync('python3', ['--version']).status === 0

/** What a Python program prints there. */
export function runPython(folder: string, program: string): string {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8' }
  return spawnSync('python3', ['-c', program], { cwd: folder, env, encoding: 'utf8' }).stdout
}
