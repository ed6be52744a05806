import { once } from 'node:events'

import { success } from '../../../shared/result.ts'
import { parseArguments } from '../arguments.ts'
import { UsageError, type Command } from '../command.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[PROJECT.verbatim] [--port N] [--no-open] [--json]',
  summary: 'Opens the workbench in a browser, for this computer only.',
  help: `
Prints one line with the address and serves until it is ended with Ctrl+C. The
address works once and for this user only.

Options:
  --port N      the port, 1 to 65535; any free one where absent
  --no-open     does not open a browser`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    })
    const [projectPath, extra] = positionals
    if (extra !== undefined) throw new UsageError(`“${extra}” is one argument too many.`)
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65_535))
      throw new UsageError(`--port takes a number up to 65535, not “${values.port}”.`)
    // Loaded here: the other commands need nothing of the shell.
    const { startBrowserShell } = await import('../../browser/serve.ts')
    const started = await startBrowserShell({
      projectPath: projectPath ?? null,
      port,
      openBrowser: !values['no-open'],
      log: terminal.say,
    })
    if (!started.ok) return started
    const { url, close } = started.value
    terminal.output.write(`${values.json === true ? JSON.stringify({ url }) : url}\n`)
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort')
    await close()
    return success({ status: 0, result: undefined, lines: [] })
  },
}
