import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { userInfo } from 'node:os'

import type { TableColumns, TableHead } from '../../../shared/contract.ts'
import type { Report, ReportEntry } from '../../../shared/exchange/report.ts'
import { newId } from '../../../shared/model/id.ts'
import { failure, success, type Failure, type Result } from '../../../shared/result.ts'
import { importFormats } from '../../workbench/importers/formats.ts'
import type { ImportProgress } from '../../workbench/importers/import-job.ts'
import type { Imported } from '../../workbench/importers/import-thread.ts'
import { openImportThread } from '../../workbench/importers/open-import-thread.ts'
import { createProject } from '../../workbench/project/create-project.ts'
import { openProject } from '../../workbench/project/open-project.ts'
import type { ProjectFile } from '../../workbench/project/project-file.ts'
import { oneOf, parseArguments } from '../arguments.ts'
import { UsageError, type Command, type Outcome } from '../command.ts'
import { refusalLines, refuseReport, writeReport } from '../report.ts'
import { chooseColumns, columnsOf } from '../table-columns.ts'
import { EndedError, type Terminal } from '../terminal.ts'
import { unusedMap } from '../unused-map.ts'
import { projectNameOf } from './new.ts'

/** What others are told has the project open. */
const program = { program: 'verbatim import' }

const formatIds = ['auto', ...importFormats.map(({ id }) => id)]

export const importCommand: Command = {
  name: 'import',
  usage:
    'PROJECT.verbatim PATH… [--format F] [--map Foreign=label]… [--column FIELD=NAME]… [--report REPORT.json] [--json]',
  summary: 'Adds articles and annotations to a project, and creates it where it does not exist.',
  help: `
A PATH is a file, a folder or a ZIP archive. What each file is, is found out by what
is in it. Files in folders and archives that are of no known kind are skipped and
listed in the result; hidden ones are left out. What cannot be read exactly is refused
with its place and reason, and the rest is imported. Annotations whose text is not at
the place that their file names wait in the project’s review list; they count as
refused here. Up to 200 articles with 4,000 annotations make one step of undo. Where
everything is refused, no project is created. Ended by Ctrl+C, it leaves the project
as it was.

Options:
  --format F    ${wrapped(formatIds)}
  --map F=L     gives annotations labelled F in their files the project’s label L (its
                id or name; a new one where there is none); may be repeated. Labels
                without --map go by their own name
  --column C=N  of a table (CSV, JSON rows), takes the column N for text, title,
                source, author, date, url or language; may be repeated. Other columns
                become metadata. Remembered for tables with the same columns
  --report R    writes counts, and everything that was refused, changed or waits for
                review, to R as JSON`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      format: { type: 'string', default: 'auto' },
      map: { type: 'string', multiple: true, default: [] },
      column: { type: 'string', multiple: true, default: [] },
      report: { type: 'string' },
    })
    const [path, ...inputs] = positionals
    if (path === undefined) throw new UsageError('The project is missing.')
    if (inputs.length === 0) throw new UsageError('There is nothing to import: a PATH is missing.')
    const format = oneOf('--format', values.format, formatIds)
    const map = Object.fromEntries(values.map.map((pair) => pairOf('--map', pair)))
    const columns = columnsOf(values.column.map((pair) => pairOf('--column', pair)))
    const reportPath = values.report ?? null
    return runImport({ path, inputs, format, map, columns, reportPath }, terminal)
  },
}

/** A list in lines of help. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > 60) lines.push(word)
    else lines[lines.length - 1] = `${last}, ${word}`
  }
  return lines.join(',\n                ')
}

function pairOf(option: string, pair: string): readonly [string, string] {
  const at = pair.lastIndexOf('=')
  if (at <= 0 || at === pair.length - 1) {
    throw new UsageError(`${option} takes two words with = between them; “${pair}” is none.`)
  }
  return [pair.slice(0, at), pair.slice(at + 1)]
}

type ImportRequest = {
  readonly path: string
  readonly inputs: readonly string[]
  readonly format: string
  readonly map: Readonly<Record<string, string>>
  readonly columns: TableColumns | null
  readonly reportPath: string | null
}

async function runImport(request: ImportRequest, terminal: Terminal): Promise<Result<Outcome>> {
  const { path, reportPath } = request
  const created = !existsSync(path)
  const refusal = await refuseReport(reportPath, path)
  if (refusal !== null) return refusal
  const opened = created
    ? createProject(path, projectNameOf(path), program)
    : openProject(path, program)
  if (!opened.ok) return opened
  let kept = !created
  let imported: Result<ImportedHere>
  try {
    imported = await importInto(opened.value, request, created, terminal)
    kept ||= imported.ok && imported.value.documents.length > 0
  } finally {
    if (!kept) await rm(path)
  }
  if (!imported.ok) return imported
  const outcome = outcomeOf(request, imported.value)
  for (const line of refusalLines(outcome.result.refusals)) terminal.say(line)
  for (const { reason } of imported.value.unused) terminal.say(reason)
  const written = await writeReport(reportPath, outcome.result)
  if (written.ok) return success(outcome)
  terminal.say(outcome.lines.join('\n'))
  return written
}

async function importInto(
  file: ProjectFile,
  { inputs, format, map, columns }: ImportRequest,
  created: boolean,
  terminal: Terminal,
): Promise<Result<ImportedHere>> {
  try {
    if (file.readOnly !== null) {
      return failure(
        'readOnly',
        file.readOnly,
        'Nothing was imported. Copy the project and import into the copy.',
      )
    }
    const annotator = annotatorName()
    await using thread = openImportThread()
    const { signal } = terminal
    const planned = await thread.run(
      'plan',
      {
        path: file.path,
        inputs: inputs.map((input) => ({ kind: 'path', path: input })),
        pastes: [],
        format,
        annotator,
      },
      { signal },
    )
    if (!planned.ok) return planned
    const tables = planned.value.units.flatMap(({ path, table }) =>
      table === null ? [] : [{ path, table }],
    )
    const choices = await columnChoices(tables, columns, terminal)
    const hooks = {
      signal,
      onProgress: ({ phase, done, total, documents }: ImportProgress) => {
        terminal.progress(
          phase === 'reading'
            ? `Read ${percent(done, total)}, ${documents} documents`
            : `Stored ${done} of ${total} documents`,
        )
      },
    }
    const read = await thread.run('read', choices, hooks)
    if (!read.ok) return read
    const finished = await thread.run('store', map, hooks)
    if (!finished.ok) return finished
    if (created) adoptName(file, finished.value.projectName, annotator)
    const names = read.value.labels.map(({ name }) => name)
    const unused = Object.keys(map).filter((name) => !names.includes(name))
    return success({ ...finished.value, unused: unused.map((name) => unusedMap(name, names)) })
  } catch (error) {
    if (!(error instanceof EndedError)) throw error
    const left = created ? 'No project was made.' : 'The project is as it was.'
    throw new EndedError(error.signal, `Nothing was imported. ${left}`)
  } finally {
    file.close()
  }
}

type ImportedHere = Imported & {
  /** What `--map` said of labels that do not occur. */
  readonly unused: readonly ReportEntry[]
}

/** Settings are opened only where there is something to choose. */
async function columnChoices(
  tables: readonly { readonly path: string; readonly table: TableHead }[],
  named: TableColumns | null,
  terminal: Terminal,
): Promise<ReadonlyMap<string, TableColumns>> {
  if (tables.length === 0) {
    if (named !== null) terminal.say('No file is a table, so --column goes for none.')
    return new Map()
  }
  const { openSettings } = await import('../../browser/settings.ts')
  const { settings } = openSettings(terminal.say)
  const { tableColumns } = settings.get()
  const { columns, remembered, notes } = chooseColumns(tables, named, tableColumns)
  for (const note of notes) terminal.say(note)
  if (remembered !== tableColumns) settings.set({ tableColumns: remembered })
  return columns
}

function percent(done: number, total: number): string {
  return total === 0 ? 'all' : `${Math.floor((100 * done) / total)}%`
}

/** A project that comes of a dataset alone is called what the dataset’s project was called. */
function adoptName(file: ProjectFile, name: string | null, annotator: string): void {
  const before = file.project()
  if (name === null || name === before.name || name.length > 200) return
  const changes = [{ entity: 'project', before, after: { ...before, name } }] as const
  file.commit({ id: newId(), annotator, summary: `Name the project “${name}”`, changes })
}

/** Who imports, for the journal: the name of the system's user. */
function annotatorName(): string {
  try {
    return userInfo().username
  } catch (error) {
    // A user without an entry in the system's list, as in some containers.
    if (error instanceof Error && 'code' in error) return 'unknown'
    throw error
  }
}

/** Codes that mean that a source could not be read at all, and not that it was read and refused. */
const unread: ReadonlySet<Failure['code']> = new Set(['notFound', 'noPermission', 'storage'])

function outcomeOf(request: ImportRequest, { documents, report, skipped, unused }: ImportedHere) {
  const refusals = report.entries.filter(({ outcome }) => outcome !== 'changed')
  const { annotations, relations, suggestions } = report
  const refused = refusedOf(report)
  const result = {
    project: request.path,
    imported: documents.length,
    refused,
    skipped: skipped.length,
    counts: { documents: report.documents, annotations, relations, suggestions },
    documents,
    refusals,
    changes: [...report.entries.filter(({ outcome }) => outcome === 'changed'), ...unused],
    skippedFiles: skipped,
  }
  const nothingRead = documents.length === 0 && refusals.every(({ code }) => unread.has(code))
  const status = refused === 0 ? 0 : nothingRead && refusals.length > 0 ? 3 : 1
  const waiting = annotations.review + relations.review
  const lines = [
    `Imported ${count(documents.length, 'document')} with ${count(annotations.stored, 'annotation')} and ` +
      `${count(relations.stored, 'relation')} into ${request.path}; ${refused} refused` +
      `${waiting === 0 ? '' : ` (${waiting} of these wait for review)`}, ${skipped.length} skipped.`,
  ]
  return { status, result, lines } as const
}

/** Everything that was read and is not in the project as what it was; parts of it that have no count of their own too. */
function refusedOf(report: Report): number {
  const { documents, annotations, relations, suggestions, entries } = report
  const counted = [documents, annotations, relations, suggestions].reduce(
    (sum, { refused }) => sum + refused,
    0,
  )
  const parts = entries.filter(
    ({ outcome, thing }) => outcome === 'refused' && !countedThings.has(thing),
  )
  return counted + parts.length
}

const countedThings: ReadonlySet<ReportEntry['thing']> = new Set([
  'file',
  'document',
  'annotation',
  'relation',
  'suggestion',
])

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}
