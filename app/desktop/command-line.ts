import { app } from 'electron'

import { isForTerminal } from '../cli/command-names.ts'

/**
 * The arguments of the command line where the program was started with one of its commands, as in `verbatim export P …`;
 * `null` where it is to open a window. A packaged app is started as `verbatim COMMAND`, a checkout as `electron . COMMAND`;
 * switches of Chromium may stand before that.
 */
export function commandLineOf(
  argv: readonly string[],
  { isPackaged }: { readonly isPackaged: boolean },
): readonly string[] | null {
  const args = argv.slice(isPackaged ? 1 : 2)
  const first = args.findIndex((argument) => !chromiumSwitches.has(argument))
  const name = args[first]
  return name !== undefined && isForTerminal(name) ? args.slice(first) : null
}

/** Those that some systems need in order to start at all. */
const chromiumSwitches: ReadonlySet<string> = new Set(['--no-sandbox', '--disable-gpu'])

/** Runs a command and ends the program with its exit status. There is no window, and no icon in the dock. */
export async function runWithoutWindow(args: readonly string[]): Promise<void> {
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited')
  // A program with windows does without it.
  const { runCommandLine } = await import('../cli/run.ts')
  const status = await runCommandLine(args)
  // A pipe may still be taking what was written.
  await Promise.all([drained(process.stdout), drained(process.stderr)])
  app.exit(status)
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}
