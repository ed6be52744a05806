import { exportFormatSchema } from '../../../shared/contract.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { success } from '../../../shared/result.ts'
import { exportProject } from '../../workbench/exporters/export-project.ts'
import { openReader } from '../../workbench/project/reader.ts'
import { oneOf, parseArguments, projectArgument } from '../arguments.ts'
import { UsageError, type Command } from '../command.ts'

const formatIds = exportFormatSchema.options

export const exportCommand: Command = {
  name: 'export',
  usage: `PROJECT.verbatim --format ${formatIds.join('|')} --out PATH|- [--label L]… [--status S]… [--json]`,
  summary: 'Writes a project as a dataset whose spans slice back to the text exactly.',
  help: `
The file is replaced only when the export is complete; an annotation that does not
slice to its quote refuses it. The project may be open in the app meanwhile.

Options:
  --format F    json (one object) or jsonl (one object per document)
  --out PATH    the file to write; - is standard output
  --label L     only annotations with this label; may be repeated. Documents without
                any stay in
  --status S    only documents with this status: ${documentStatuses.join(', ')};
                may be repeated
                Relations that lose an end by --label or --status are left out.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      label: { type: 'string', multiple: true },
      status: { type: 'string', multiple: true },
    })
    const path = projectArgument(positionals)
    const { out, label: labels } = values
    if (values.format === undefined) throw new UsageError('--format is missing.')
    if (out === undefined || out === '') throw new UsageError('--out is missing.')
    const format = oneOf('--format', values.format, formatIds)
    const statuses = values.status?.map((word) => oneOf('--status', word, documentStatuses))
    const toOutput = out === '-'
    if (toOutput && values.json === true) {
      throw new UsageError('--json and --out - would both write to standard output.')
    }
    const reader = openReader(path)
    if (!reader.ok) return reader
    try {
      const known = reader.value.labels().map(({ id }) => id)
      for (const label of labels ?? []) oneOf('--label', label, known)
      const exported = await exportProject({
        reader: reader.value,
        format,
        target: toOutput
          ? { kind: 'stream', stream: terminal.output }
          : { kind: 'file', path: out },
        ...(labels === undefined ? {} : { labels }),
        ...(statuses === undefined ? {} : { statuses }),
        signal: terminal.signal,
        onProgress: (done, total) => terminal.progress(`Wrote ${done} of ${total}`),
      })
      if (!exported.ok) return exported
      const { documents, annotations, relations, bytes } = exported.value
      const line = `Exported ${documents} documents, ${annotations} annotations and ${relations} relations (${bytes} bytes).`
      if (toOutput) terminal.say(line)
      const result = { path: out, format, ...exported.value }
      return success({ status: 0, result, lines: toOutput ? [] : [line] })
    } finally {
      reader.value.close()
    }
  },
}
