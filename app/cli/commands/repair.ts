import { success } from '../../../shared/result.ts'
import { repairProject } from '../../workbench/project/repair/repair-project.ts'
import { parseArguments, projectArgument } from '../arguments.ts'
import { UsageError, type Command } from '../command.ts'
import { refuseReport, writeReport } from '../report.ts'
import { projectNameOf } from './new.ts'

/** Lines that are printed of what was not readable; a report has all of them. */
const mostLines = 100

export const repairCommand: Command = {
  name: 'repair',
  usage: 'PROJECT.verbatim --out NEW.verbatim [--report R.json] [--json]',
  summary: 'Saves everything readable of a damaged project to a new file.',
  help: `
The damaged file is only read, and no file is replaced. What is saved is proved
like check does. Status 1 means that something could not be read, or waits for
review in the new file.

Options:
  --out FILE    the new project
  --report FILE write what could not be read to a file, as JSON`,
  run: async (args) => {
    const { values, positionals } = parseArguments(args, {
      out: { type: 'string' },
      report: { type: 'string' },
    })
    const path = projectArgument(positionals)
    const { out: target, report: reportPath = null } = values
    if (target === undefined)
      throw new UsageError('--out is missing: where to save what is readable.')
    projectNameOf(target)
    const refused = await refuseReport(reportPath, path)
    if (refused !== null) return refused
    const repaired = repairProject({ path, target })
    if (!repaired.ok) return repaired
    const { saved, findings } = repaired.value
    const written = await writeReport(reportPath, repaired.value)
    if (!written.ok) return written
    const listed = findings.slice(0, mostLines).map(({ message }) => message)
    const more = findings.length - listed.length
    return success({
      status: findings.length === 0 ? 0 : 1,
      result: repaired.value,
      lines: [
        ...listed,
        ...(more === 0 ? [] : [`… and ${more} more; --report writes all of them.`]),
        `Saved to ${target}: ${saved.documents} documents, ${saved.annotations} annotations, ${saved.review} for review, ${saved.relations} relations.`,
      ],
    })
  },
}
