import type { DatabaseSync } from 'node:sqlite'

import type { Relation } from '../../../../shared/model/relation.ts'
import { integerIn, textIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type RelationsTable = EntityTable<Relation> & {
  /** By id, which is the order of creation. */
  readonly all: () => readonly Relation[]
  /** Those with an end in a document, by id. */
  readonly ofDocument: (documentId: string) => readonly Relation[]
  /** Those that begin or end at an annotation, by id. */
  readonly ofAnnotation: (annotationId: string) => readonly Relation[]
  readonly ofType: (type: string) => readonly Relation[]
  /** Number of relations by type id; types without any are left out. */
  readonly countByType: () => Readonly<Record<string, number>>
  /** Whether a relation leads from or to the annotation. */
  readonly isAnnotationInUse: (annotationId: string) => boolean
  readonly isTypeInUse: (type: string) => boolean
}

export function relationsTable(db: DatabaseSync): RelationsTable {
  const byId = db.prepare('SELECT * FROM relations WHERE id = ?')
  const every = db.prepare('SELECT * FROM relations ORDER BY id')
  const byDocument = db.prepare(`
    SELECT relations.* FROM annotations JOIN relations ON from_id = annotations.id WHERE document_id = :document
    UNION
    SELECT relations.* FROM annotations JOIN relations ON to_id = annotations.id WHERE document_id = :document
    ORDER BY id`)
  const upsert = db.prepare(`
    INSERT INTO relations (id, type, from_id, to_id) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET type = excluded.type, from_id = excluded.from_id, to_id = excluded.to_id`)
  const deletion = db.prepare('DELETE FROM relations WHERE id = ?')
  const byAnnotation = db.prepare(
    'SELECT * FROM relations WHERE from_id = :annotation OR to_id = :annotation ORDER BY id',
  )
  const byType = db.prepare('SELECT * FROM relations WHERE type = ? ORDER BY id')
  const counts = db.prepare('SELECT type, count(*) AS number FROM relations GROUP BY type')
  const atAnnotation = db.prepare('SELECT 1 FROM relations WHERE from_id = ? OR to_id = ? LIMIT 1')
  const withType = db.prepare('SELECT 1 FROM relations WHERE type = ? LIMIT 1')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : relationOf(row)
    },
    put: ({ id, type, from, to }) => {
      upsert.run(id, type, from, to)
    },
    remove: (id) => {
      deletion.run(id)
    },
    all: () => every.all().map(relationOf),
    ofDocument: (documentId) => byDocument.all({ document: documentId }).map(relationOf),
    ofAnnotation: (annotationId) => byAnnotation.all({ annotation: annotationId }).map(relationOf),
    ofType: (type) => byType.all(type).map(relationOf),
    countByType: () =>
      Object.fromEntries(
        counts.all().map((row) => [textIn(row, 'type'), integerIn(row, 'number')]),
      ),
    isAnnotationInUse: (annotationId) => atAnnotation.get(annotationId, annotationId) !== undefined,
    isTypeInUse: (type) => withType.get(type) !== undefined,
  }
}

function relationOf(row: Row): Relation {
  return {
    id: textIn(row, 'id'),
    type: textIn(row, 'type'),
    from: textIn(row, 'from_id'),
    to: textIn(row, 'to_id'),
  }
}
