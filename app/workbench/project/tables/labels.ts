import type { DatabaseSync } from 'node:sqlite'

import type { Label } from '../../../../shared/model/label.ts'
import { integerIn, textIn, textOrNullIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type LabelsTable = EntityTable<Label> & {
  /** By position, then by id. */
  readonly all: () => readonly Label[]
}

export function labelsTable(db: DatabaseSync): LabelsTable {
  const byId = db.prepare('SELECT * FROM labels WHERE id = ?')
  const every = db.prepare('SELECT * FROM labels ORDER BY position, id')
  const upsert = db.prepare(`
    INSERT INTO labels (id, name, color, key, description, position) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color, key = excluded.key,
      description = excluded.description, position = excluded.position`)
  const deletion = db.prepare('DELETE FROM labels WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : labelOf(row)
    },
    put: ({ id, name, color, key, description, position }) => {
      upsert.run(id, name, color, key, description, position)
    },
    remove: (id) => {
      deletion.run(id)
    },
    all: () => every.all().map(labelOf),
  }
}

function labelOf(row: Row): Label {
  return {
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    color: textIn(row, 'color'),
    key: textOrNullIn(row, 'key'),
    description: textIn(row, 'description'),
    position: integerIn(row, 'position'),
  }
}
