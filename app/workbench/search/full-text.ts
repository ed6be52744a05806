import type { DatabaseSync } from 'node:sqlite'

import { integerIn } from '../project/tables/columns.ts'
import { indexedUpTo } from '../project/text-search.ts'

/** What the index of texts tells. */
export type FullText = {
  /** Ids of the texts that have all the words of a match of FTS5; by relevance, the best first, where that is asked for. */
  readonly matching: (match: string, byRelevance: boolean) => ReadonlySet<number>
  /** Texts up to this id are in it. */
  readonly upTo: () => number
}

export function createFullText(db: DatabaseSync): FullText {
  const plain = db.prepare('SELECT rowid AS id FROM text_search WHERE text_search MATCH ?')
  const ranked = db.prepare(
    'SELECT rowid AS id FROM text_search WHERE text_search MATCH ? ORDER BY bm25(text_search), rowid',
  )
  return {
    matching: (match, byRelevance) =>
      new Set((byRelevance ? ranked : plain).all(match).map((row) => integerIn(row, 'id'))),
    upTo: () => indexedUpTo(db),
  }
}
