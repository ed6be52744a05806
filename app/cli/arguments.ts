import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

import { UsageError } from './command.ts'

/** Options that every command takes; `main.ts` acts on them. */
const commonOptions = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** The options and other arguments of a command. Throws `UsageError` for one that is not known or lacks its value. */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, ...commonOptions },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    ) {
      throw new UsageError(`${error.message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`, {
        cause: error,
      })
    }
    throw error
  }
}

/** The one argument of a command that works on a project and nothing else. */
export function projectArgument(positionals: readonly string[]): string {
  const [path, extra] = positionals
  if (path === undefined) throw new UsageError('The project is missing.')
  if (extra !== undefined) throw new UsageError(`“${extra}” is one argument too many.`)
  return path
}

/** A value that must be one of a few words. */
export function oneOf<const Word extends string>(
  option: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((candidate) => candidate === value)
  if (word !== undefined) return word
  throw new UsageError(`${option} takes one of ${words.join(', ')}; “${value}” is none of them.`)
}
