import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { busyTimeout } from './busy-timeout.ts'
import { expected, isCannotOpen, needsRollback } from './failures.ts'
import { identify, immutableAddress } from './identify.ts'
import { judgeVersion, versionOf } from './layout-version.ts'
import { rollBackInterrupted } from './rollback.ts'
import { assertSound } from './soundness.ts'

/**
 * A connection that sees a project as it is now, whatever is committed later, also while another process works on it
 * and where nothing can be written. A change that was interrupted is taken back first. Its owner closes it.
 */
export function openSnapshot(path: string): Result<DatabaseSync> {
  const identified = identify(path)
  if (!identified.ok) return identified
  try {
    const connected = connectSettled(path)
    return connected.ok ? begin(connected.value, path) : connected
  } catch (error) {
    return expected(error, path)
  }
}

function begin(db: DatabaseSync, path: string): Result<DatabaseSync> {
  try {
    db.exec('BEGIN')
    // Again, because the header does not tell what a log beside the file holds, or an interrupted change hid.
    const judged = judgeVersion(path, versionOf(db))
    if (judged.ok) {
      assertSound(db)
      return success(db)
    }
    db.close()
    return judged
  } catch (error) {
    db.close()
    throw error
  }
}

function connectSettled(path: string): Result<DatabaseSync> {
  try {
    return success(connect(path))
  } catch (error) {
    if (!needsRollback(error)) throw error
  }
  const done = rollBackInterrupted(path)
  try {
    // Also where another process held the project: it may just have done it.
    return success(connect(path))
  } catch (error) {
    if (!needsRollback(error) || done.ok) throw error
    return done
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
