import type { Span } from '../../../shared/text/span.ts'
import type { IndexedDocument } from './project-index.ts'

/** No annotation and no place: a row for the document itself. */
export const none = 0xffffffff

/** What was found, in rows as they are listed: each document, and below it what was found in it. Grows. */
export type Hits = {
  /** Places without an annotation are words. */
  readonly add: (document: IndexedDocument, hits: readonly (Span | Hit)[]) => void
  readonly rows: () => number
  readonly hits: () => number
  /** The documents with hits, each with its row. */
  readonly documents: () => readonly { readonly document: IndexedDocument; readonly row: number }[]
  /** `null` beyond the last one. */
  readonly row: (row: number) => HitRow | null
}

/** UTF-16 code units of the text; `annotation` is its place in the columns, or `none`. */
export type Hit = { readonly start: number; readonly end: number; readonly annotation: number }

export type HitRow = {
  readonly document: IndexedDocument
  /** `null` for the document itself. */
  readonly hit: Hit | null
  /** Of the whole document. */
  readonly hits: number
}

export function createHits(): Hits {
  const documents: { document: IndexedDocument; row: number }[] = []
  let places = new Uint32Array(4 * 256)
  let rows = 0

  function put(document: number, start: number, end: number, annotation: number): void {
    if (rows * 4 === places.length) {
      const larger = new Uint32Array(places.length * 2)
      larger.set(places)
      places = larger
    }
    const at = rows * 4
    places[at] = document
    places[at + 1] = start
    places[at + 2] = end
    places[at + 3] = annotation
    rows += 1
  }

  return {
    add: (document, hits) => {
      documents.push({ document, row: rows })
      const number = documents.length - 1
      put(number, none, none, none)
      for (const hit of hits) {
        put(number, hit.start, hit.end, 'annotation' in hit ? hit.annotation : none)
      }
    },
    rows: () => rows,
    hits: () => rows - documents.length,
    documents: () => documents,
    row: (row) => {
      if (row >= rows) return null
      const [number = 0, start = none, end = none, annotation = none] = places.subarray(
        row * 4,
        row * 4 + 4,
      )
      const entry = documents[number]
      if (entry === undefined) return null
      const next = documents[number + 1]?.row ?? rows
      return {
        document: entry.document,
        hit: start === none ? null : { start, end, annotation },
        hits: next - entry.row - 1,
      }
    },
  }
}
