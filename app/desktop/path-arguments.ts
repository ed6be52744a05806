import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The projects named on the command line, as absolute paths. A packaged app is started as `verbatim PATH…`, a checkout as
 * `electron . PATH…`; switches of Chromium may stand anywhere. File managers of Linux may give addresses (`file:`).
 */
export function pathArguments(
  argv: readonly string[],
  { isPackaged, cwd }: { readonly isPackaged: boolean; readonly cwd: string },
): readonly string[] {
  return argv
    .slice(isPackaged ? 1 : 2)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => pathOf(argument, cwd))
}

function pathOf(argument: string, cwd: string): string {
  try {
    if (argument.startsWith('file:')) return fileURLToPath(argument)
  } catch {
    // No address of a file on this computer: then it can only be the name of one.
  }
  return resolve(cwd, argument)
}
