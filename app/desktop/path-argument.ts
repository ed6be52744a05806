import { resolve } from 'node:path'

/**
 * The project named on the command line, as an absolute path; `null` where none is. A packaged app is started as
 * `verbatim PATH`, a checkout as `electron . PATH`; switches of Chromium may stand anywhere.
 */
export function pathArgument(
  argv: readonly string[],
  { isPackaged, cwd }: { isPackaged: boolean; cwd: string },
): string | null {
  const path = argv.slice(isPackaged ? 1 : 2).find((argument) => !argument.startsWith('-'))
  return path === undefined ? null : resolve(cwd, path)
}
