import type { DatabaseSync } from 'node:sqlite'

import type { Relation } from '../../../../shared/model/relation.ts'
import { textIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type RelationsTable = EntityTable<Relation> & {
  /** By id, which is the order of creation. */
  readonly all: () => readonly Relation[]
  /** Those with an end in a document, by id. */
  readonly ofDocument: (documentId: string) => readonly Relation[]
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
  const ofAnnotation = db.prepare('SELECT 1 FROM relations WHERE from_id = ? OR to_id = ? LIMIT 1')
  const ofType = db.prepare('SELECT 1 FROM relations WHERE type = ? LIMIT 1')

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
    isAnnotationInUse: (annotationId) => ofAnnotation.get(annotationId, annotationId) !== undefined,
    isTypeInUse: (type) => ofType.get(type) !== undefined,
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
