import { success } from '../../../shared/result.ts'
import { compactProject } from '../../workbench/project/compact.ts'
import { parseArguments, projectArgument } from '../arguments.ts'
import type { Command } from '../command.ts'

export const compactCommand: Command = {
  name: 'compact',
  usage: 'PROJECT.verbatim [--json]',
  summary: 'Writes a project anew without the room that is free in it.',
  help: `
Nothing that the project holds is changed, nor its history. The disk needs room
for a second copy meanwhile. Where the program is ended, the project is as it was.

Options:`,
  run: async (args) => {
    const path = projectArgument(parseArguments(args, {}).positionals)
    const compacted = compactProject(path)
    if (!compacted.ok) return compacted
    const { before, after } = compacted.value
    return success({
      status: 0,
      result: compacted.value,
      lines: [`${path}: ${before} bytes before, ${after} now.`],
    })
  },
}
