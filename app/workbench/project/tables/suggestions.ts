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
  /** By document, in order of creation. */
  readonly withLabel: (label: string) => readonly Suggestion[]
  /** Those whose chain names a speaker. */
  readonly naming: (speakerId: string) => readonly Suggestion[]
  /** Those with which a relation of a type waits. */
  readonly withRelationType: (type: string) => readonly Suggestion[]
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
  const holding = db.prepare(
    'SELECT suggestion FROM suggestions WHERE instr(suggestion, ?) > 0 ORDER BY document_id, id',
  )
  const inDocument = db.prepare('SELECT 1 FROM suggestions WHERE document_id = ? LIMIT 1')

  /** Those that say a word somewhere; the others are not read. */
  function saying(word: string): readonly Suggestion[] {
    return holding.all(JSON.stringify(word)).map(suggestionOf)
  }

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
    withLabel: (label) => saying(label).filter((one) => one.label === label),
    naming: (speakerId) =>
      saying(speakerId).filter(({ attribution }) => attribution.includes(speakerId)),
    withRelationType: (type) =>
      saying(type).filter(({ relations }) => relations.some((one) => one.type === type)),
    isDocumentInUse: (documentId) => inDocument.get(documentId) !== undefined,
  }
}

function suggestionOf(row: Row): Suggestion {
  return jsonIn(row, 'suggestion', suggestionSchema)
}
