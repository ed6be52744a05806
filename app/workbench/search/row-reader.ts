import type { DatabaseSync } from 'node:sqlite'

import type { Occurrence, SearchRow } from '../../../shared/contract.ts'
import { contextOf } from '../../../shared/text/context.ts'
import { graphemeFloor } from '../../../shared/text/grapheme.ts'
import { wholeGraphemes } from '../../../shared/text/searchable.ts'
import type { Span } from '../../../shared/text/span.ts'
import { textIn } from '../project/tables/columns.ts'
import { none, type Hit, type HitRow } from './hits.ts'
import type { IndexedDocument } from './project-index.ts'
import type { SearchRun } from './search-run.ts'
import { apart } from './text-matches.ts'
import type { TextSource } from './text-source.ts'

/** Text that is shown of a place and on either side of it, at most, in UTF-16 code units. */
const shownLength = 240
const contextLength = 100
/** The same where a place is listed to be tagged. */
const occurrenceContext = 60

/** Makes rows of the results from what was found, with the text around it. */
export type RowReader = {
  readonly row: (row: HitRow, run: SearchRun) => SearchRow
  /** Ascending, and apart from each other. */
  readonly spans: (document: IndexedDocument, hits: readonly (HitRow | null)[]) => readonly Span[]
  /** `null` for a document as a whole. */
  readonly occurrence: (row: HitRow) => Occurrence | null
}

export function createRowReader(db: DatabaseSync, texts: TextSource): RowReader {
  const annotationAt = db.prepare('SELECT id, label FROM annotations WHERE rowid = ?')
  const labelsAt = db.prepare(`
    SELECT DISTINCT label FROM annotations
    WHERE document_id = ? AND start_offset = ? AND end_offset = ? AND instr(spans, '},{') = 0`)
  // Rows come document by document.
  let last: { readonly id: number; readonly text: string } | null = null

  function textOf({ textId }: IndexedDocument): string {
    if (last?.id !== textId) last = { id: textId, text: texts.text(textId) }
    return last.text
  }

  function annotationOf({ annotation }: Hit, run: SearchRun) {
    const row = annotation === none ? undefined : annotationAt.get(run.rowOf(annotation))
    return row === undefined ? null : { id: textIn(row, 'id'), label: textIn(row, 'label') }
  }

  return {
    row: ({ document, hit, hits }, run) => {
      const documentId = document.id
      if (hit === null) return { kind: 'document', documentId, hits }
      const text = textOf(document)
      const span = spanOf(text, hit)
      const shown = text.slice(
        span.start,
        graphemeFloor(text, Math.min(span.end, span.start + shownLength)),
      )
      const { prefix, suffix } = contextOf(text, span, contextLength)
      return {
        kind: 'hit',
        documentId,
        span,
        quote: shown,
        before: prefix,
        after: suffix,
        annotation: annotationOf(hit, run),
      }
    },
    spans: (document, hits) => {
      const text = textOf(document)
      return apart(hits.flatMap((row) => (row?.hit == null ? [] : [spanOf(text, row.hit)])))
    },
    occurrence: ({ document, hit }) => {
      if (hit === null) return null
      const text = textOf(document)
      const span = spanOf(text, hit)
      const { prefix: before, suffix: after } = contextOf(text, span, occurrenceContext)
      const labels = labelsAt
        .all(document.id, span.start, span.end)
        .map((row) => textIn(row, 'label'))
      const quote = text.slice(span.start, span.end)
      return { documentId: document.id, span, quote, before, after, labels }
    },
  }
}

function spanOf(text: string, { start, end }: Hit): Span {
  return wholeGraphemes(text, { start, end })
}
