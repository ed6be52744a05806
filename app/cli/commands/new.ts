import { basename, extname } from 'node:path'

import { success } from '../../../shared/result.ts'
import { createProject } from '../../workbench/project/create-project.ts'
import { parseArguments, projectArgument } from '../arguments.ts'
import { UsageError, type Command } from '../command.ts'

export const newCommand: Command = {
  name: 'new',
  usage: 'PROJECT.verbatim [--json]',
  summary: 'Creates an empty project with the default tag set.',
  help: `
A file that exists is never overwritten. The project is named after its file.

Options:`,
  run: async (args) => {
    const path = projectArgument(parseArguments(args, {}).positionals)
    const created = createProject(path, projectNameOf(path))
    if (!created.ok) return created
    const { project, labels } = created.value
    const result = { path, project: project(), labels: labels().map(({ id }) => id) }
    created.value.close()
    return success({ status: 0, result, lines: [`Created ${path}.`] })
  },
}

/** The name of a project that is created at this path. Throws `UsageError` where the name of the file would not say what it is. */
export function projectNameOf(path: string): string {
  const name = basename(path, '.verbatim')
  if (extname(path) === '.verbatim' && name !== '') return name.slice(0, 200)
  throw new UsageError(`A new project needs a name that ends in .verbatim; “${path}” does not.`)
}
