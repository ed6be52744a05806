import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import { attributeSchema } from '../../../../shared/model/attribute.ts'
import type { Label } from '../../../../shared/model/label.ts'
import { booleanIn, integerIn, jsonIn, textIn, textOrNullIn, type Row } from './columns.ts'
import { rowExists, type EntityTable } from './entity-table.ts'

export type LabelsTable = EntityTable<Label> & {
  readonly has: (id: string) => boolean
  /** By position, then by id. */
  readonly all: () => readonly Label[]
}

const attributesSchema = z.array(attributeSchema).readonly()
const speakerSchema = z.strictObject({ title: z.string(), required: z.boolean() }).readonly()

export function labelsTable(db: DatabaseSync): LabelsTable {
  const byId = db.prepare('SELECT * FROM labels WHERE id = ?')
  const every = db.prepare('SELECT * FROM labels ORDER BY position, id')
  const upsert = db.prepare(`
    INSERT INTO labels (id, name, color, key, description, guideline, attributes, speaker, archived, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color, key = excluded.key,
      description = excluded.description, guideline = excluded.guideline, attributes = excluded.attributes,
      speaker = excluded.speaker, archived = excluded.archived, position = excluded.position`)
  const deletion = db.prepare('DELETE FROM labels WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : labelOf(row)
    },
    put: (label) => {
      upsert.run(
        label.id,
        label.name,
        label.color,
        label.key,
        label.description,
        label.guideline,
        JSON.stringify(label.attributes),
        label.speaker === null ? null : JSON.stringify(label.speaker),
        label.archived ? 1 : 0,
        label.position,
      )
    },
    remove: (id) => {
      deletion.run(id)
    },
    has: rowExists(db, 'labels'),
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
    guideline: textIn(row, 'guideline'),
    attributes: jsonIn(row, 'attributes', attributesSchema),
    speaker: row['speaker'] === null ? null : jsonIn(row, 'speaker', speakerSchema),
    archived: booleanIn(row, 'archived'),
    position: integerIn(row, 'position'),
  }
}
