import {
  exportFormatSchema,
  exportOptionsSchema,
  type ExportFormat,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { success } from '../../../shared/result.ts'
import { defaultExportOptions } from '../../workbench/exporters/export-format.ts'
import { exportProject, type Exported } from '../../workbench/exporters/export-project.ts'
import { openReader } from '../../workbench/project/reader.ts'
import { oneOf, parseArguments, projectArgument } from '../arguments.ts'
import { UsageError, type Command } from '../command.ts'
import { refusalLines, refuseReport, writeReport } from '../report.ts'

const formatIds = exportFormatSchema.options

export const exportCommand: Command = {
  name: 'export',
  usage:
    'PROJECT.verbatim --format F --out PATH|- [--label L]… [--status S]… [--report REPORT.json] [--json]',
  summary: 'Writes a project as a dataset whose spans slice back to the text exactly.',
  help: `
A file is replaced only when the export is complete; an annotation that does not slice
to its quote refuses it. The project may be open in the app meanwhile. What a format
cannot hold is told in the result and in the report; the exit status is 1 where an
annotation, relation or document is not in the files at all.

Options:
  --format F    ${formatLines()}
  --out PATH    the file to write; - is standard output. A format of several files
                makes a new folder, or an archive where PATH ends in .zip or is -
  --w3c-units U what W3C positions count: codePoint (as the recommendation says; the
                default) or utf16 (for Recogito)
  --overlaps P  what CoNLL does with annotations that overlap: longest (the default),
                first, or separate-columns (one for each label)
  --report R    writes counts, and everything that was lost, changed or refused, to R
                as JSON
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
      'w3c-units': { type: 'string', default: defaultExportOptions.w3cUnits },
      overlaps: { type: 'string', default: defaultExportOptions.overlaps },
      report: { type: 'string' },
    })
    const path = projectArgument(positionals)
    const { out, label: labels = [] } = values
    if (values.format === undefined) throw new UsageError('--format is missing.')
    if (out === undefined || out === '') throw new UsageError('--out is missing.')
    const format = oneOf('--format', values.format, formatIds)
    const statuses = (values.status ?? []).map((word) => oneOf('--status', word, documentStatuses))
    const { w3cUnits, overlaps } = exportOptionsSchema.unwrap().shape
    const options = {
      w3cUnits: oneOf('--w3c-units', values['w3c-units'], w3cUnits.options),
      overlaps: oneOf('--overlaps', values.overlaps, overlaps.options),
    }
    const toOutput = out === '-'
    if (toOutput && values.json === true) {
      throw new UsageError('--json and --out - would both write to standard output.')
    }
    const refusal = await refuseReport(values.report ?? null, path)
    if (refusal !== null) return refusal
    const reader = openReader(path)
    if (!reader.ok) return reader
    try {
      const known = reader.value.labels().map(({ id }) => id)
      for (const label of labels) oneOf('--label', label, known)
      const exported = await exportProject({
        reader: reader.value,
        format,
        options,
        scope: { labels, statuses },
        target: toOutput
          ? { kind: 'stream', stream: terminal.output }
          : { kind: 'file', path: out },
        signal: terminal.signal,
        onProgress: (done, total) => terminal.progress(`Wrote ${done} of ${total}`),
      })
      if (!exported.ok) return exported
      const outcome = outcomeOf({ path: out, format, exported: exported.value })
      if (toOutput) terminal.say(outcome.line)
      for (const line of refusalLines(outcome.result.refusals)) terminal.say(line)
      const { status, result, line } = outcome
      const written = await writeReport(values.report ?? null, exported.value.report)
      if (!written.ok) return written
      return success({ status, result, lines: toOutput ? [] : [line] })
    } finally {
      reader.value.close()
    }
  },
}

function outcomeOf({
  path,
  format,
  exported,
}: {
  readonly path: string
  readonly format: ExportFormat
  readonly exported: Exported
}) {
  const { documents, annotations, relations, bytes, report } = exported
  const refused = report.documents.refused + report.annotations.refused + report.relations.refused
  const losses = report.losses.map(({ reason, count }) => ` ${reason} (${count})`).join('')
  const line =
    `Exported ${documents} documents, ${annotations} annotations and ${relations} relations (${bytes} bytes)` +
    `${refused === 0 ? '' : `; ${refused} refused`}.${losses}`
  const { entries, losses: lost, ...counts } = report
  const counted = {
    documents: counts.documents,
    annotations: counts.annotations,
    relations: counts.relations,
    suggestions: counts.suggestions,
  }
  const result = {
    path,
    format,
    documents,
    annotations,
    relations,
    bytes,
    refused,
    counts: counted,
    losses: lost.map(({ what, reason, count }) => ({ what, reason, count })),
    refusals: entries.filter(({ outcome }) => outcome === 'refused'),
  }
  return { status: refused === 0 ? 0 : 1, result, line } as const
}

/** The formats in the help, a line each. */
function formatLines(): string {
  const width = Math.max(...formatIds.map(({ length }) => length))
  return formatIds
    .map((id) => `${id.padEnd(width)}  ${t(`formats:export.${id}.description`)}`)
    .join('\n                ')
}
