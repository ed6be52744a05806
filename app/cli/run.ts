import { constants } from 'node:os'

import type { Failure } from '../../shared/result.ts'
import { version } from '../workbench/version.ts'
import { sayFailure, UsageError, type Command } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, programHelp, usageLine } from './help.ts'
import { EndedError, processTerminal } from './terminal.ts'

/** Runs `verbatim` with its arguments, on the terminal of this process. Gives the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  // A reader that closes the pipe early, such as `head`, has what it wants.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const [name, ...rest] = args
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (name === '--version') return printed(version)
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return name === undefined
      ? misused('A command is missing.', null, false)
      : printed(programHelp(commands))
  }
  const command = commands.find((candidate) => candidate.name === name)
  const json = options.includes('--json')
  if (command === undefined) return misused(`There is no command “${name}”.`, null, json)
  if (options.includes('--help') || options.includes('-h')) return printed(commandHelp(command))
  return runCommand(command, rest, json)
}

async function runCommand(
  command: Command,
  args: readonly string[],
  json: boolean,
): Promise<number> {
  const terminal = processTerminal()
  try {
    const outcome = await command.run(args, terminal)
    if (!outcome.ok) {
      terminal.say(sayFailure(outcome.failure))
      if (json) printFailure(outcome.failure)
      return 3
    }
    const { status, result, lines } = outcome.value
    if (!json) for (const line of lines) printed(line)
    else if (result !== undefined) printed(JSON.stringify(result))
    return status
  } catch (error) {
    if (error instanceof UsageError) return misused(error.message, command, json)
    if (!(error instanceof EndedError)) throw error
    terminal.say(`${error.message} ${error.outcome}`)
    return 128 + constants.signals[error.signal]
  }
}

function printed(text: string): 0 {
  process.stdout.write(`${text}\n`)
  return 0
}

function printFailure(reason: Failure): void {
  printed(JSON.stringify({ failure: reason }))
}

function misused(message: string, command: Command | null, json: boolean): 2 {
  const names = commands.map(({ name }) => name).join('|')
  const usage = command === null ? `Usage: verbatim ${names} …` : usageLine(command)
  process.stderr.write(`${message} ${usage}\n`)
  if (json) printFailure({ code: 'invalidArguments', message, remedy: usage })
  return 2
}
