import type { DatabaseSync } from 'node:sqlite'

import {
  compareSuggestions,
  suggestionSchema,
  type Suggestion,
} from '../../../../shared/model/suggestion.ts'
import { integerIn, jsonIn, textIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type SuggestionsTable = EntityTable<Suggestion> & {
  /** Of one document, in the order of the review list. */
  readonly ofDocument: (documentId: string) => readonly Suggestion[]
  /** Number of suggestions by document id; documents without any are left out. */
  readonly countByDocument: () => ReadonlyMap<string, number>
  readonly isDocumentInUse: (documentId: string) => boolean
}

/** They are looked at one by one and go when they are settled, so each is kept whole as JSON. */
export function suggestionsTable(db: DatabaseSync): SuggestionsTable {
  const byId = db.prepare('SELECT suggestion FROM suggestions WHERE id = ?')
  const byDocument = db.prepare('SELECT suggestion FROM suggestions WHERE document_id = ?')
  const upsert = db.prepare(`
    INSERT INTO suggestions (id, document_id, suggestion) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET document_id = excluded.document_id, suggestion = excluded.suggestion`)
  const deletion = db.prepare('DELETE FROM suggestions WHERE id = ?')
  const counts = db.prepare(
    'SELECT document_id, count(*) AS number FROM suggestions GROUP BY document_id',
  )
  const inDocument = db.prepare('SELECT 1 FROM suggestions WHERE document_id = ? LIMIT 1')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : suggestionOf(row)
    },
    put: (suggestion) => {
      upsert.run(suggestion.id, suggestion.documentId, JSON.stringify(suggestion))
    },
    remove: (id) => {
      deletion.run(id)
    },
    ofDocument: (documentId) =>
      byDocument.all(documentId).map(suggestionOf).toSorted(compareSuggestions),
    countByDocument: () =>
      new Map(counts.all().map((row) => [textIn(row, 'document_id'), integerIn(row, 'number')])),
    isDocumentInUse: (documentId) => inDocument.get(documentId) !== undefined,
  }
}

function suggestionOf(row: Row): Suggestion {
  return jsonIn(row, 'suggestion', suggestionSchema)
}
