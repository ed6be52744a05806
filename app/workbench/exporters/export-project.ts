import { setImmediate } from 'node:timers/promises'

import type { ExportFormat as ExportFormatId } from '../../../shared/contract.ts'
import { breachOf, type Annotation } from '../../../shared/model/annotation.ts'
import type { Document, DocumentStatus } from '../../../shared/model/document.ts'
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
import { exportFormats } from './formats.ts'
import { openSink, refuseTarget, refuseWrite, type ExportTarget, type Sink } from './sink.ts'

/** What a dataset is made of. */
export type DatasetSource = Pick<
  ProjectReader,
  | 'path'
  | 'project'
  | 'labels'
  | 'relationTypes'
  | 'speakers'
  | 'documents'
  | 'text'
  | 'annotations'
  | 'relations'
>

export type ExportRequest = {
  /** Read throughout the export: give it a reader of its own where the project may change meanwhile. */
  readonly reader: DatasetSource
  readonly format: ExportFormatId
  readonly target: ExportTarget
  /** Only annotations with one of these labels; documents without any stay in. All labels where absent. */
  readonly labels?: readonly string[]
  /** Only documents with one of these statuses. All where absent. */
  readonly statuses?: readonly DocumentStatus[]
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
}

/**
 * Writes a project as one dataset, a document at a time. Every annotation is proved against its text first: a wrong
 * one refuses the export as a whole (`unlawful`), and no file is left. A file is replaced only when the export is complete.
 */
export async function exportProject(request: ExportRequest): Promise<Result<Exported>> {
  const { target, reader } = request
  const refusal = await refuseTarget(target, reader.path)
  if (refusal !== null) return refusal
  let sink: Sink | null = null
  try {
    sink = await openSink(target)
    const written = await writeDataset(request, sink)
    if (written.ok) await sink.finish()
    return written
  } catch (error) {
    request.signal?.throwIfAborted()
    return refuseWrite(target, error) ?? expected(error, reader.path)
  } finally {
    await sink?.discard()
  }
}

async function writeDataset(request: ExportRequest, sink: Sink): Promise<Result<Exported>> {
  const { reader, onProgress, signal } = request
  const format = exportFormats[request.format]
  const head = datasetHead({
    projectName: reader.project().name,
    labels: reader.labels(),
    relationTypes: reader.relationTypes(),
    speakers: reader.speakers(),
  })
  const speakerNames = new Map(head.speakers.map(({ id, name }) => [id, name]))
  const documents = selectDocuments(request)
  const relations = selectRelations(request, documents)
  const relationsFrom = Map.groupBy(relations, ({ from }) => from)
  let annotations = 0
  let bytes = 0

  async function write(chunk: string): Promise<void> {
    if (chunk === '') return
    await sink.write(chunk)
    bytes += Buffer.byteLength(chunk)
  }

  await write(format.opening(head))
  for (const [index, document] of documents.entries()) {
    const checked = checkedDocument(request, document, speakerNames)
    if (!checked.ok) return checked
    const from = checked.value.annotations.flatMap(({ id }) => relationsFrom.get(id) ?? [])
    await write(format.document(head, checked.value, from, index))
    annotations += checked.value.annotations.length
    onProgress?.(index + 1, documents.length)
    // Between documents others have their turn: the window stays alive during a long export.
    await setImmediate()
    signal?.throwIfAborted()
  }
  await write(format.closing(relations))
  return success({ documents: documents.length, annotations, relations: relations.length, bytes })
}

function selectDocuments({ reader, statuses }: ExportRequest): readonly Document[] {
  return reader
    .documents()
    .map(({ document }) => document)
    .filter(({ status }) => statuses === undefined || statuses.includes(status))
}

function selectAnnotations(request: ExportRequest, documentId: string): readonly Annotation[] {
  const { reader, labels } = request
  return reader
    .annotations(documentId)
    .filter(({ label }) => labels === undefined || labels.includes(label))
}

/** Relations with both ends among the annotations that are exported, by id. */
function selectRelations(
  request: ExportRequest,
  documents: readonly Document[],
): readonly Relation[] {
  const relations = request.reader.relations()
  if (relations.length === 0) return []
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]))
  const exported = new Set<string>()
  for (const document of documents) {
    for (const { id } of selectAnnotations(request, document.id)) {
      if (ends.has(id)) exported.add(id)
    }
  }
  return relations
    .filter(({ from, to }) => exported.has(from) && exported.has(to))
    .map(datasetRelation)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** The document as the dataset has it, once its text and every annotation are proved. */
function checkedDocument(
  request: ExportRequest,
  document: Document,
  speakerNames: ReadonlyMap<string, string>,
): Result<DatasetDocument> {
  const text = request.reader.text(document.sha256)
  if (text === null || sha256Of(text) !== document.sha256) {
    return failure(
      'damaged',
      `The text of “${document.title}” (document ${document.id}) is ${text === null ? 'missing' : 'not the one that was stored'}.`,
      'Nothing was written. The project file is damaged at this place: check it, or restore a copy.',
    )
  }
  const annotations = selectAnnotations(request, document.id)
  for (const annotation of annotations) {
    const breach = breachOf(text, annotation.spans, annotation.quote)
    if (breach !== null) return unlawful(document, annotation, breach)
  }
  const exported = datasetDocument(document, text, annotations, speakerNames)
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
    `In “${document.title}” (document ${document.id}) the ${annotation.label} ${annotation.id} should read ` +
      `${JSON.stringify(breach.expected)}, but the text under it is ${JSON.stringify(breach.found)}.`,
    'Nothing was written. Correct or delete that annotation, then export again.',
  )
}
