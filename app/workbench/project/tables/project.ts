import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import { savedSearchesSchema, type Project } from '../../../../shared/model/project.ts'
import { integerIn, jsonIn, StoredDataError, textIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type ProjectTable = EntityTable<Project> & {
  /** The one project that the file holds. */
  readonly only: () => Project
  /** Number of rows: one, outside the middle of a commit. */
  readonly count: () => number
}

export function projectTable(db: DatabaseSync): ProjectTable {
  const byId = db.prepare('SELECT * FROM project WHERE id = ?')
  const first = db.prepare('SELECT * FROM project LIMIT 1')
  const rows = db.prepare('SELECT count(*) AS number FROM project')
  const upsert = db.prepare(`
    INSERT INTO project (id, name, created_at, searches) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, created_at = excluded.created_at,
      searches = excluded.searches`)
  const deletion = db.prepare('DELETE FROM project WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : projectOf(row)
    },
    put: ({ id, name, createdAt, searches }) => {
      upsert.run(id, name, createdAt, JSON.stringify(searches))
    },
    remove: (id) => {
      deletion.run(id)
    },
    only: () => {
      const row = first.get()
      if (row === undefined) throw new StoredDataError(t('failures:damage.projectMissing'))
      return projectOf(row)
    },
    count: () => {
      const row = rows.get()
      return row === undefined ? 0 : integerIn(row, 'number')
    },
  }
}

function projectOf(row: Row): Project {
  return {
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    createdAt: textIn(row, 'created_at'),
    searches: jsonIn(row, 'searches', savedSearchesSchema),
  }
}
