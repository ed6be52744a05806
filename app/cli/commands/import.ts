import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { userInfo } from 'node:os'

import { failure, success, type Failure, type Result } from '../../../shared/result.ts'
import { openSink, refuseTarget, refuseWrite } from '../../workbench/exporters/sink.ts'
import { importFormats } from '../../workbench/importers/formats.ts'
import { importDocuments, type Imported } from '../../workbench/importers/import-documents.ts'
import { nameOf } from '../../workbench/importers/source.ts'
import { createProject } from '../../workbench/project/create-project.ts'
import { openProject } from '../../workbench/project/open-project.ts'
import type { ProjectFile } from '../../workbench/project/project-file.ts'
import { oneOf, parseArguments } from '../arguments.ts'
import { sayFailure, UsageError, type Command, type Outcome } from '../command.ts'
import { listInputs, type InputPaths } from '../input-paths.ts'
import type { Terminal } from '../terminal.ts'
import { projectNameOf } from './new.ts'

/** What others are told has the project open. */
const program = { program: 'verbatim import' }

const formatIds = ['auto', ...importFormats.map(({ id }) => id)]

export const importCommand: Command = {
  name: 'import',
  usage: `PROJECT.verbatim PATH… [--format ${formatIds.join('|')}] [--report REPORT.json] [--json]`,
  summary: 'Adds articles to a project, and creates it where it does not exist.',
  help: `
A PATH is a file or a folder. Of a folder, the text and Markdown files in it and
below are taken, sorted by name; others are skipped and listed in the result, and
hidden files are left out. What cannot be read exactly is refused with its reason,
and the others are imported. Up to 200 articles make one step of undo. Where every
PATH is refused, no project is created.

Options:
  --format F    ${formatIds.join(', ')}; auto (the default) goes by the extension:
                ${importFormats.map(({ id, extensions }) => `${id} ${extensions.join(' ')}`).join(', ')}; no extension is text
  --map F=L     renames labels of annotations that come with a format; text and
                Markdown carry none, so it is refused with them
  --report R    writes what was imported, refused and skipped to R as JSON`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      format: { type: 'string', default: 'auto' },
      map: { type: 'string', multiple: true },
      report: { type: 'string' },
    })
    const [path, ...inputs] = positionals
    if (path === undefined) throw new UsageError('The project is missing.')
    if (inputs.length === 0) throw new UsageError('There is nothing to import: a PATH is missing.')
    const format = oneOf('--format', values.format, formatIds)
    if (values.map !== undefined) {
      throw new UsageError('--map has nothing to rename: text and Markdown carry no annotations.')
    }
    return runImport({ path, inputs, format, reportPath: values.report ?? null }, terminal)
  },
}

type ImportRequest = {
  readonly path: string
  readonly inputs: readonly string[]
  readonly format: string
  readonly reportPath: string | null
}

async function runImport(request: ImportRequest, terminal: Terminal): Promise<Result<Outcome>> {
  const { path, reportPath } = request
  const created = !existsSync(path)
  const reportTarget = reportPath === null ? null : ({ kind: 'file', path: reportPath } as const)
  const refusal = reportTarget === null ? null : await refuseTarget(reportTarget, path)
  if (refusal !== null) return refusal
  const paths = await listInputs(request.inputs)
  const opened = created
    ? createProject(path, projectNameOf(path), program)
    : openProject(path, program)
  if (!opened.ok) return opened
  const imported = await importInto(opened.value, paths, request.format, terminal)
  if (created && !(imported.ok && imported.value.documents.length > 0)) await rm(path)
  if (!imported.ok) return imported
  const outcome = outcomeOf(request, paths, imported.value)
  for (const { file, reason } of outcome.result.refusals) terminal.say(`${file}: ${reason}`)
  if (reportTarget === null) return success(outcome)
  try {
    const sink = await openSink(reportTarget)
    await sink.write(`${JSON.stringify(outcome.result, null, 2)}\n`)
    await sink.finish()
    return success(outcome)
  } catch (error) {
    terminal.say(outcome.lines.join('\n'))
    const failed = refuseWrite(reportTarget, error)
    if (failed === null) throw error
    return failed
  }
}

async function importInto(
  file: ProjectFile,
  { files }: InputPaths,
  format: string,
  terminal: Terminal,
): Promise<Result<Imported>> {
  try {
    if (file.readOnly !== null) {
      return failure(
        'readOnly',
        file.readOnly,
        'Nothing was imported. Copy the project and import into the copy.',
      )
    }
    const sources = files.map((path) => ({ kind: 'path', path }) as const)
    return await importDocuments(file, sources, annotatorName(), {
      format,
      onProgress: (done, total) => {
        terminal.progress(`Read ${done} of ${total}`)
        terminal.signal.throwIfAborted()
      },
    })
  } finally {
    file.close()
  }
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

function outcomeOf(request: ImportRequest, paths: InputPaths, imported: Imported) {
  const refused = [
    ...paths.refused,
    ...imported.refused.map(({ source, failure: reason }) => ({
      path: source.kind === 'path' ? source.path : nameOf(source),
      failure: reason,
    })),
  ]
  const { documents } = imported
  const result = {
    project: request.path,
    imported: documents.length,
    refused: refused.length,
    skipped: paths.skipped.length,
    documents: documents.map(({ id, title, provenance }) => ({
      id,
      title,
      file: provenance.fileName,
      encoding: provenance.encoding,
    })),
    refusals: refused.map(({ path, failure: reason }) => ({
      file: path,
      /** A file is refused as a whole; a line at fault is named in the reason. */
      place: null,
      code: reason.code,
      reason: sayFailure(reason),
    })),
    skippedFiles: paths.skipped,
  }
  const nothingRead = documents.length === 0 && refused.every((one) => unread.has(one.failure.code))
  const status = refused.length === 0 ? 0 : nothingRead ? 3 : 1
  const lines = [
    `Imported ${count(documents.length, 'document')} into ${request.path}; ${refused.length} refused, ${paths.skipped.length} skipped.`,
  ]
  return { status, result, lines } as const
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}
