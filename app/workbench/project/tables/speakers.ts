import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import { compareSpeakers, type Speaker } from '../../../../shared/model/speaker.ts'
import { booleanIn, jsonIn, textIn, textOrNullIn, type Row } from './columns.ts'
import { rowExists, type EntityTable } from './entity-table.ts'

export type SpeakersTable = EntityTable<Speaker> & {
  readonly has: (id: string) => boolean
  /** In registry order: by name. */
  readonly all: () => readonly Speaker[]
}

const aliasesSchema = z.array(z.string()).readonly()

export function speakersTable(db: DatabaseSync): SpeakersTable {
  const byId = db.prepare('SELECT * FROM speakers WHERE id = ?')
  const every = db.prepare('SELECT * FROM speakers')
  const upsert = db.prepare(`
    INSERT INTO speakers (id, name, aliases, role, organisation, anonymous) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, aliases = excluded.aliases, role = excluded.role,
      organisation = excluded.organisation, anonymous = excluded.anonymous`)
  const deletion = db.prepare('DELETE FROM speakers WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : speakerOf(row)
    },
    put: ({ id, name, aliases, role, organisation, anonymous }) => {
      upsert.run(id, name, JSON.stringify(aliases), role, organisation, anonymous ? 1 : 0)
    },
    remove: (id) => {
      deletion.run(id)
    },
    has: rowExists(db, 'speakers'),
    all: () => every.all().map(speakerOf).toSorted(compareSpeakers),
  }
}

function speakerOf(row: Row): Speaker {
  return {
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    aliases: jsonIn(row, 'aliases', aliasesSchema),
    role: textOrNullIn(row, 'role'),
    organisation: textOrNullIn(row, 'organisation'),
    anonymous: booleanIn(row, 'anonymous'),
  }
}
