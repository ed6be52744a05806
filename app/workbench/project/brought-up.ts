import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'
import { versionOf } from './layout-version.ts'
import { migrateInPlace } from './migrate.ts'
import { schemaVersion } from './schema.ts'
import { textIn } from './tables/columns.ts'

/**
 * A connection to what `db` holds in the newest layout: itself where it has that, or a private copy that is gone when it
 * is closed, for files that are only read. Takes `db` over, and closes it where it gives a copy or a failure.
 */
export function broughtUp(db: DatabaseSync, path: string): Result<DatabaseSync> {
  if (versionOf(db) === schemaVersion) return success(db)
  // A name of nothing makes a database in a temporary file that no one else can see.
  const copy = new DatabaseSync('')
  try {
    copyInto(copy, db)
    migrateInPlace(copy)
    copy.exec('COMMIT')
    return success(copy)
  } catch (error) {
    copy.close()
    return expected(error, path)
  } finally {
    db.close()
  }
}

function copyInto(copy: DatabaseSync, db: DatabaseSync): void {
  copy.exec('PRAGMA foreign_keys = OFF; BEGIN')
  // Tables before their indices, which are quicker to make once the rows are there.
  // The index of words is no part of the project, and its own tables cannot be made by hand.
  const parts = db
    .prepare(`
      SELECT type, name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT GLOB 'text_search*' ORDER BY type DESC`)
    .all()
  for (const part of parts) {
    copy.exec(textIn(part, 'sql'))
    if (part['type'] === 'table') copyRows(copy, db, textIn(part, 'name'))
  }
  copy.exec(`PRAGMA user_version = ${versionOf(db)}`)
}

function copyRows(copy: DatabaseSync, db: DatabaseSync, table: string): void {
  const selection = db.prepare(`SELECT * FROM "${table}"`)
  const places = selection.columns().map(() => '?')
  const insertion = copy.prepare(`INSERT INTO "${table}" VALUES (${places.join(', ')})`)
  for (const row of selection.iterate()) insertion.run(...Object.values(row))
}
