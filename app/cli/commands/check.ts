import { success } from '../../../shared/result.ts'
import { checkProject } from '../../workbench/project/check.ts'
import { parseArguments, projectArgument } from '../arguments.ts'
import type { Command } from '../command.ts'

export const checkCommand: Command = {
  name: 'check',
  usage: 'PROJECT.verbatim [--json]',
  summary: 'Proves a project: its file, every text, and that every span slices to its quote.',
  help: `
Reads only; the project may be open in the app meanwhile. Status 1 means that
something was found.

Options:`,
  run: async (args) => {
    const path = projectArgument(parseArguments(args, {}).positionals)
    const checked = checkProject(path)
    if (!checked.ok) return checked
    const { findings } = checked.value
    return success({
      status: findings.length === 0 ? 0 : 1,
      result: checked.value,
      lines: [
        ...findings.map(({ message }) => message),
        findings.length === 0 ? `${path} is sound.` : `${findings.length} found in ${path}.`,
      ],
    })
  },
}
