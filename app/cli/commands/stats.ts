import { success } from '../../../shared/result.ts'
import { expected } from '../../workbench/project/failures.ts'
import { openReader } from '../../workbench/project/reader.ts'
import { projectStats } from '../../workbench/project/stats.ts'
import { parseArguments, projectArgument } from '../arguments.ts'
import type { Command } from '../command.ts'

export const statsCommand: Command = {
  name: 'stats',
  usage: 'PROJECT.verbatim [--json]',
  summary: 'Counts what a project holds.',
  help: `
Reads only; the project may be open in the app meanwhile.

Options:`,
  run: async (args) => {
    const path = projectArgument(parseArguments(args, {}).positionals)
    const reader = openReader(path)
    if (!reader.ok) return reader
    try {
      const stats = projectStats(reader.value)
      return success({ status: 0, result: stats, lines: describe(stats) })
    } catch (error) {
      return expected(error, path)
    } finally {
      reader.value.close()
    }
  },
}

/** `documents  12` for each count, those of a group under its name: `byLabel.claim  3`. */
function describe(counts: object, prefix = ''): readonly string[] {
  return Object.entries(counts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? describe(value, `${prefix}${name}.`)
      : [`${prefix}${name}  ${String(value)}`],
  )
}
