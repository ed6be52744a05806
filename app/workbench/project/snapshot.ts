import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { expected, isCannotOpen } from './failures.ts'
import { identify, immutableAddress } from './identify.ts'
import { assertSound } from './soundness.ts'

/** How long a connection waits for another one's lock, in milliseconds. */
export const busyTimeout = 1000

/**
 * A connection that sees a project as it is now, whatever is committed later, also while another process works on it
 * and where nothing can be written. Its owner closes it.
 */
export function openSnapshot(path: string): Result<DatabaseSync> {
  const identified = identify(path)
  if (!identified.ok) return identified
  let db: DatabaseSync | null = null
  try {
    db = connect(path)
    db.exec('BEGIN')
    assertSound(db)
    return success(db)
  } catch (error) {
    db?.close()
    return expected(error, path)
  }
}

function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeout })
  try {
    db.prepare('SELECT 1 FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    // A file that was copied while it was open asks for files beside it, which cannot be made in a read-only folder.
    // With nothing beside it, it is whole by itself.
    if (!isCannotOpen(error) || existsSync(`${path}-wal`)) throw error
    return new DatabaseSync(immutableAddress(path), { readOnly: true })
  }
}
