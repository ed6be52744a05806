import type { DatabaseSync } from 'node:sqlite'

import { integerIn, textIn, textOrNullIn, type Row } from './tables/columns.ts'

/** What journal entries were about, as far as searches and counts have to look at it again. */
export type Changed = {
  /** Ids of documents that changed, or whose annotations or relations did; also of those that are gone. */
  readonly documents: ReadonlySet<string>
  /** Whether labels, speakers or relation types did. */
  readonly registers: boolean
}

/**
 * Everything after an entry; `null` where that is more than `limit` things. Whoever runs it may rest between two entries: no
 * snapshot is held then, which would keep SQLite from clearing its log away.
 */
export function* changedSince(
  db: DatabaseSync,
  seq: number,
  limit: number,
): Generator<void, Changed | null> {
  const size = db
    .prepare(`
      SELECT coalesce(sum(value), 0) AS number
      FROM journal, json_each(journal.subjects) WHERE journal.seq > ?`)
    .get(seq)
  if (size === undefined || integerIn(size, 'number') > limit) return null
  const documents = new Set<string>()
  let registers = false
  const locate = db.prepare('SELECT document_id FROM annotations WHERE id = ?')
  const leading = db.prepare(`
    SELECT DISTINCT document_id FROM relations JOIN annotations ON annotations.id = from_id WHERE to_id = ?`)
  const entries = db.prepare('SELECT seq FROM journal WHERE seq > ? ORDER BY seq').all(seq)
  const changes = db.prepare(`
      SELECT entity, coalesce(side ->> 'documentId', side ->> 'id') AS id,
        side ->> 'from' AS from_id, side ->> 'to' AS to_id, iif(other_speaks, side ->> 'id', NULL) AS spoken_id
      FROM (
        SELECT value ->> 'entity' AS entity,
          iif(value ->> 'after' IS NULL, value -> 'before', value -> 'after') AS side,
          json_type(value, '$.before') = 'object'
            AND value ->> '$.before.attribution[#-1]' IS NOT value ->> '$.after.attribution[#-1]' AS other_speaks
        FROM journal, json_each(journal.changes) WHERE journal.seq = ?
      )`)
  for (const entry of entries) {
    for (const row of changes.iterate(integerIn(entry, 'seq'))) note(row)
    yield
  }
  return { documents, registers }

  function note(row: Row): void {
    switch (textIn(row, 'entity')) {
      case 'annotation': {
        documents.add(textIn(row, 'id'))
        // What leads to it is told by who speaks in it.
        const spoken = textOrNullIn(row, 'spoken_id')
        if (spoken === null) break
        for (const place of leading.iterate(spoken)) documents.add(textIn(place, 'document_id'))
        break
      }
      case 'document':
        documents.add(textIn(row, 'id'))
        break
      case 'relation':
        for (const end of [textOrNullIn(row, 'from_id'), textOrNullIn(row, 'to_id')]) {
          // One that is gone changes its document by itself.
          const place = end === null ? undefined : locate.get(end)
          if (place !== undefined) documents.add(textIn(place, 'document_id'))
        }
        break
      case 'label':
      case 'speaker':
      case 'relationType':
        registers = true
        break
      default:
    }
  }
}
