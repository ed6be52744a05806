import { setImmediate } from 'node:timers/promises'

import {
  maxOccurrences,
  type CallArguments,
  type CallValue,
  type Occurrence,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { contextOf } from '../../../shared/text/context.ts'
import { matchesIn, type TextQuery } from '../../../shared/text/matches.ts'
import { sameSpans, type Span } from '../../../shared/text/span.ts'
import { damaged } from '../project/failures.ts'
import type { ProjectFile } from '../project/project-file.ts'

/** At most this many UTF-16 code units of text on either side of an occurrence. */
const contextLength = 60

/**
 * Every place where a text occurs, document after document; at most `maxOccurrences`. Others have their turn between
 * documents.
 */
export async function findOccurrences(
  file: ProjectFile,
  { documentId, ...query }: CallArguments<'occurrences.find'>,
): Promise<Result<CallValue<'occurrences.find'>>> {
  const documents = documentsOf(file, documentId)
  if (!documents.ok) return documents
  const occurrences: Occurrence[] = []
  for (const document of documents.value) {
    const found = findIn(file, document, {
      query: { ...query, expression: false },
      limit: maxOccurrences - occurrences.length,
    })
    if (!found.ok) return found
    occurrences.push(...found.value.occurrences)
    if (!found.value.complete) return success({ occurrences, complete: false })
    await setImmediate()
  }
  return success({ occurrences, complete: true })
}

function documentsOf(file: ProjectFile, id: string | null): Result<Iterable<ListedDocument>> {
  if (id === null) return success(everyDocument(file))
  const document = file.document(id)
  if (document !== null) return success([document])
  return failure('notFound', t('failures:document.gone'), t('failures:document.undoElsewhere'))
}

/** A few at a time: to count all that there are in ten thousand holds everything else up. */
function* everyDocument(file: ProjectFile): Generator<ListedDocument> {
  for (const slice of file.documentsInSlices()) for (const { document } of slice) yield document
}

function findIn(
  file: ProjectFile,
  document: ListedDocument,
  { query, limit }: { readonly query: TextQuery; readonly limit: number },
): Result<CallValue<'occurrences.find'>> {
  const text = file.text(document.sha256)
  if (text === null) {
    return damaged(file.path, t('failures:damage.textOfMissing', { title: document.title }))
  }
  const matches = matchesIn(text, query, limit)
  if (!matches.ok) return matches
  const { spans, complete } = matches.value
  const labelsAt = spans.length === 0 ? () => [] : labelsBySpan(file, document.id)
  const occurrences = spans.map((span) => {
    const { prefix: before, suffix: after } = contextOf(text, span, contextLength)
    const quote = text.slice(span.start, span.end)
    return { documentId: document.id, span, quote, before, after, labels: labelsAt(span) }
  })
  return success({ occurrences, complete })
}

/** What gives the ids of the labels of a document's annotations with exactly a span, each once. */
function labelsBySpan(file: ProjectFile, documentId: string): (span: Span) => readonly string[] {
  const byStart = Map.groupBy(file.annotations(documentId), ({ spans }) => spans[0]?.start)
  return (span) => {
    const same = (byStart.get(span.start) ?? []).filter(({ spans }) => sameSpans(spans, [span]))
    return [...new Set(same.map(({ label }) => label))]
  }
}
