import type { DatabaseSync } from 'node:sqlite'

/** How one kind of thing of the project is kept: one table, one row per thing, found by id. */
export type EntityTable<Thing> = {
  readonly get: (id: string) => Thing | null
  /** Adds the thing or replaces the one with the same id. */
  readonly put: (thing: Thing) => void
  readonly remove: (id: string) => void
}

/** Whether a table, named in this program, has a row with an id: without reading what the row holds. */
export function rowExists(db: DatabaseSync, table: string): (id: string) => boolean {
  const byId = db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`)
  return (id) => byId.get(id) !== undefined
}
