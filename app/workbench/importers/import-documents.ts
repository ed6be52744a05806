import type { Refusal } from '../../../shared/contract.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Commit } from '../../../shared/model/journal.ts'
import { success, type Failure, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { buildDocument, type BuiltDocument } from './build-document.ts'
import { nameOf, type ImportSource } from './source.ts'

export type ImportOptions = {
  /** Id of an import format; `auto` (the default) goes by each file's name. */
  readonly format?: string
  /** Called after each source with how many are done. */
  readonly onProgress?: (done: number, total: number) => void
}

type RefusedSource = Refusal & { readonly source: ImportSource }

export type Imported = {
  /** One journal entry, so one undo step, for up to 200 documents or 64 MiB of text; larger imports make several. */
  readonly commits: readonly Commit[]
  readonly documents: readonly Document[]
  readonly refused: readonly RefusedSource[]
}

/** A journal entry of an import holds at most this many documents … */
const batchDocuments = 200
/** … and closes with the one that reaches this length, in UTF-16 code units. */
const batchLength = 32 * 1024 * 1024

/**
 * Stores every source that can be read and reports each one that cannot. Sources are read one at a time and stored in
 * batches, so memory does not grow with their number. Where the project refuses a batch, what was stored before
 * stays; the sources of that batch and all after it are reported as refused with the project's reason. A failure is
 * given only where nothing at all was stored and the project is the reason.
 */
export async function importDocuments(
  file: ProjectFile,
  sources: readonly ImportSource[],
  annotator: string,
  options: ImportOptions = {},
): Promise<Result<Imported>> {
  const { format = 'auto', onProgress } = options
  const commits: Commit[] = []
  const documents: Document[] = []
  const refused: RefusedSource[] = []
  let batch: { readonly source: ImportSource; readonly built: BuiltDocument }[] = []

  function store(): Failure | null {
    if (batch.length === 0) return null
    const built = batch.map((item) => item.built)
    const commit = commitBatch(file, built, annotator)
    if (!commit.ok) return commit.failure
    commits.push(commit.value)
    documents.push(...built.map(({ document }) => document))
    batch = []
    return null
  }

  for (const [index, source] of sources.entries()) {
    const built = await buildDocument(source, format)
    if (built.ok) batch.push({ source, built: built.value })
    else refused.push({ source, name: nameOf(source), failure: built.failure })
    const last = index === sources.length - 1
    const failure = last || isFull(batch.map((item) => item.built)) ? store() : null
    if (failure !== null) {
      if (commits.length === 0) return { ok: false, failure }
      const unstored = [...batch.map((item) => item.source), ...sources.slice(index + 1)]
      refused.push(...unstored.map((each) => ({ source: each, name: nameOf(each), failure })))
      break
    }
    onProgress?.(index + 1, sources.length)
  }
  return success({ commits, documents, refused })
}

function isFull(batch: readonly BuiltDocument[]): boolean {
  const length = batch.reduce((sum, { text }) => sum + text.length, 0)
  return batch.length >= batchDocuments || length >= batchLength
}

function commitBatch(
  file: ProjectFile,
  batch: readonly BuiltDocument[],
  annotator: string,
): Result<Commit> {
  const [first] = batch
  const summary =
    batch.length === 1 && first !== undefined
      ? `Import “${first.document.title}”`
      : `Import ${batch.length} documents`
  return file.commit(
    {
      id: newId(),
      annotator,
      summary,
      changes: batch.map(({ document }) => ({ entity: 'document', before: null, after: document })),
    },
    batch.map(({ text }) => text),
  )
}
