import { setImmediate } from 'node:timers/promises'

import type { ExportFormat as ExportFormatId, ExportScope } from '../../../shared/contract.ts'
import type { Report } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'
import { breachOf, type Annotation } from '../../../shared/model/annotation.ts'
import type { Document } from '../../../shared/model/document.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { expected } from '../project/failures.ts'
import type { ProjectReader } from '../project/project-file.ts'
import { sha256Of } from '../sha256.ts'
import {
  datasetDocument,
  datasetHead,
  datasetRelation,
  type DatasetAnnotation,
  type DatasetDocument,
} from './dataset.ts'
import { defaultExportOptions, type ExportOptions, type Piece } from './export-format.ts'
import { startExportLog } from './export-log.ts'
import { exportFormats } from './formats.ts'
import { openOutput, refuseOutput, type Output } from './output.ts'
import { refuseWrite, type ExportTarget } from './sink.ts'

/** What a dataset is made of. */
export type DatasetSource = Pick<
  ProjectReader,
  | 'path'
  | 'project'
  | 'labels'
  | 'relationTypes'
  | 'speakers'
  | 'wholeDocuments'
  | 'text'
  | 'annotations'
  | 'relations'
  | 'suggestions'
>

export type ExportRequest = {
  /** Read throughout the export: give it a reader of its own where the project may change meanwhile. */
  readonly reader: DatasetSource
  readonly format: ExportFormatId
  readonly options?: Partial<ExportOptions>
  readonly target: ExportTarget
  /** Everything where absent. */
  readonly scope?: ExportScope
  /** Called after each document. */
  readonly onProgress?: (done: number, total: number) => void
  /** Ends the export early; it then rejects with the signal's reason, and no file is left. */
  readonly signal?: AbortSignal
}

export type Exported = {
  readonly documents: number
  readonly annotations: number
  /** Relations with both ends in the export; others are left out. */
  readonly relations: number
  readonly bytes: number
  /** What did not come through as it is in the project. */
  readonly report: Report
}

/**
 * Writes a project as one dataset, a document at a time. Every annotation is proved against its text first: a wrong
 * one refuses the export as a whole (`unlawful`), and nothing is left. A file is replaced only when the export is
 * complete; a folder has to be new or empty.
 */
export async function exportProject(request: ExportRequest): Promise<Result<Exported>> {
  const { target, reader } = request
  const shape = exportFormats[request.format].extension === null ? 'folder' : 'file'
  const refusal = await refuseOutput(target, shape, reader.path)
  if (refusal !== null) return refusal
  let output: Output | null = null
  try {
    output = await openOutput(target, shape)
    const written = await writeDataset(request, output)
    if (!written.ok) return written
    await output.finish()
    return written
  } catch (error) {
    request.signal?.throwIfAborted()
    return refuseWrite(target, error) ?? expected(error, reader.path)
  } finally {
    await output?.discard()
  }
}

async function writeDataset(request: ExportRequest, output: Output): Promise<Result<Exported>> {
  const { reader, onProgress, signal } = request
  const format = exportFormats[request.format]
  const options = { ...defaultExportOptions, ...request.options }
  const head = datasetHead({
    projectName: reader.project().name,
    labels: reader.labels(),
    relationTypes: reader.relationTypes(),
    speakers: reader.speakers(),
  })
  const speakerNames = new Map(head.speakers.map(({ id, name }) => [id, name]))
  const documents = selectDocuments(request)
  const { relations, home } = selectRelations(request, documents)
  const relationsFrom = Map.groupBy(relations, ({ from }) => from)
  const log = startExportLog(format, options)
  const writer = format.start(head, options, log)
  let bytes = 0

  async function write(pieces: Iterable<Piece>): Promise<void> {
    for (const piece of joined(pieces)) bytes += await output.write(piece)
  }

  await write(writer.opening())
  for (const [index, document] of documents.entries()) {
    const checked = checkedDocument(request, document, speakerNames)
    if (!checked.ok) return checked
    const from = checked.value.annotations
      .flatMap(({ id }) => relationsFrom.get(id) ?? [])
      .map((relation) => ({ ...relation, far: farOf(home, relation) }))
    log.document(checked.value, from)
    await write(writer.document(checked.value, from, index))
    onProgress?.(index + 1, documents.length)
    // Between documents others have their turn: the window stays alive during a long export.
    await setImmediate()
    signal?.throwIfAborted()
  }
  await write(writer.closing(relations))
  const report = log.report()
  return success({
    documents: report.documents.stored,
    annotations: report.annotations.stored,
    relations: report.relations.stored,
    bytes,
    report,
  })
}

/** Pieces of one file as one, so that small ones are not written by themselves. */
function* joined(pieces: Iterable<Piece>): Generator<Piece> {
  let file = ''
  let parts: string[] = []
  for (const piece of pieces) {
    if (parts.length > 0 && (piece.file !== file || typeof piece.content !== 'string')) {
      yield { file, content: parts.join('') }
      parts = []
    }
    file = piece.file
    if (typeof piece.content === 'string') parts.push(piece.content)
    else yield piece
  }
  if (parts.length > 0) yield { file, content: parts.join('') }
}

/** The document of the far end where it is another one than that of the near end. */
function farOf(home: ReadonlyMap<string, string>, { from, to }: Relation): string | null {
  const far = home.get(to) ?? null
  return far === home.get(from) ? null : far
}

function selectDocuments({ reader, scope }: ExportRequest): readonly Document[] {
  const statuses = scope?.statuses ?? []
  return reader
    .wholeDocuments()
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
}

function selectAnnotations(request: ExportRequest, documentId: string): readonly Annotation[] {
  return selectLabelled(request, request.reader.annotations(documentId))
}

function selectLabelled<Thing extends { readonly label: string }>(
  { scope }: ExportRequest,
  things: readonly Thing[],
): readonly Thing[] {
  const labels = scope?.labels ?? []
  return labels.length === 0 ? things : things.filter(({ label }) => labels.includes(label))
}

/** Relations with both ends among the annotations that are exported, by id, and the documents of these ends. */
function selectRelations(
  request: ExportRequest,
  documents: readonly Document[],
): { readonly relations: readonly Relation[]; readonly home: ReadonlyMap<string, string> } {
  const relations = request.reader.relations()
  const home = new Map<string, string>()
  if (relations.length === 0) return { relations, home }
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]))
  for (const document of documents) {
    for (const { id } of selectAnnotations(request, document.id)) {
      if (ends.has(id)) home.set(id, document.id)
    }
  }
  const exported = relations
    .filter(({ from, to }) => home.has(from) && home.has(to))
    .map(datasetRelation)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { relations: exported, home }
}

/** The document as the dataset has it, once its text and every annotation are proved. */
function checkedDocument(
  request: ExportRequest,
  document: Document,
  speakerNames: ReadonlyMap<string, string>,
): Result<DatasetDocument> {
  const { reader } = request
  const { id, title } = document
  const text = reader.text(document.sha256)
  if (text === null || sha256Of(text) !== document.sha256) {
    return failure(
      'damaged',
      t(`failures:dataset.${text === null ? 'textMissing' : 'otherText'}`, { title, id }),
      t('failures:dataset.damaged'),
    )
  }
  const annotations = selectAnnotations(request, document.id)
  for (const annotation of annotations) {
    const breach = breachOf(text, annotation.spans, annotation.quote)
    if (breach !== null) return unlawful(document, annotation, breach)
  }
  const suggestions = selectLabelled(request, reader.suggestions(document.id))
  const exported = datasetDocument(document, text, { annotations, suggestions }, speakerNames)
  const offsets = offsetsOfCodePoints(text, exported.annotations)
  for (const annotation of exported.annotations) {
    const found = annotation.spans
      .map((span) => text.slice(offsets.get(span.startCodePoint), offsets.get(span.endCodePoint)))
      .join(' ')
    if (found !== annotation.quote) {
      return unlawful(document, annotation, { expected: annotation.quote, found })
    }
  }
  return success(exported)
}

/**
 * UTF-16 offsets of the code points that the annotations name, found by walking the text character by character: as a
 * reader of the dataset would, and not by the index that gave the numbers.
 */
function offsetsOfCodePoints(
  text: string,
  annotations: readonly DatasetAnnotation[],
): ReadonlyMap<number, number> {
  const spans = annotations.flatMap((annotation) => annotation.spans)
  const named = new Set(spans.flatMap((span) => [span.startCodePoint, span.endCodePoint]))
  const offsets = new Map<number, number>()
  if (named.size === 0) return offsets
  let codePoint = 0
  let offset = 0
  for (const character of text) {
    if (named.has(codePoint)) offsets.set(codePoint, offset)
    codePoint += 1
    offset += character.length
  }
  return offsets.set(codePoint, offset)
}

function unlawful(
  document: Document,
  annotation: { readonly id: string; readonly label: string },
  breach: { readonly expected: string; readonly found: string },
): Result<never> {
  return failure(
    'unlawful',
    t('failures:dataset.unlawful', {
      title: document.title,
      document: document.id,
      label: annotation.label,
      annotation: annotation.id,
      expected: JSON.stringify(breach.expected),
      found: JSON.stringify(breach.found),
    }),
    t('failures:dataset.correctIt'),
  )
}
