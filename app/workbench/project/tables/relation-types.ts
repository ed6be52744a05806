import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import type { RelationType } from '../../../../shared/model/relation-type.ts'
import { integerIn, jsonIn, textIn, type Row } from './columns.ts'
import { rowExists, type EntityTable } from './entity-table.ts'

export type RelationTypesTable = EntityTable<RelationType> & {
  readonly has: (id: string) => boolean
  /** By position, then by id. */
  readonly all: () => readonly RelationType[]
}

const labelIdsSchema = z.array(z.string()).readonly()

export function relationTypesTable(db: DatabaseSync): RelationTypesTable {
  const byId = db.prepare('SELECT * FROM relation_types WHERE id = ?')
  const every = db.prepare('SELECT * FROM relation_types ORDER BY position, id')
  const upsert = db.prepare(`
    INSERT INTO relation_types (id, name, description, from_labels, to_labels, position) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
      from_labels = excluded.from_labels, to_labels = excluded.to_labels, position = excluded.position`)
  const deletion = db.prepare('DELETE FROM relation_types WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : relationTypeOf(row)
    },
    put: ({ id, name, description, from, to, position }) => {
      upsert.run(id, name, description, JSON.stringify(from), JSON.stringify(to), position)
    },
    remove: (id) => {
      deletion.run(id)
    },
    has: rowExists(db, 'relation_types'),
    all: () => every.all().map(relationTypeOf),
  }
}

function relationTypeOf(row: Row): RelationType {
  return {
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    description: textIn(row, 'description'),
    from: jsonIn(row, 'from_labels', labelIdsSchema),
    to: jsonIn(row, 'to_labels', labelIdsSchema),
    position: integerIn(row, 'position'),
  }
}
