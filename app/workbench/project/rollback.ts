import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { busyTimeout } from './busy-timeout.ts'
import { interrupted } from './failures.ts'
import { acquireLock } from './lock.ts'
import { reasonReadOnly } from './writability.ts'

/**
 * Takes back a change that was interrupted when its process was killed: SQLite does so by itself as soon as a
 * connection that can write reads the file. `inUse` where another process holds the project, which then does it.
 */
export function rollBackInterrupted(path: string): Result<null> {
  if (reasonReadOnly(path) !== null) return interrupted(path)
  const lock = acquireLock(path, 'Verbatim')
  if (!lock.ok) return lock
  try {
    const db = new DatabaseSync(path, { timeout: busyTimeout })
    try {
      db.prepare('SELECT 1 FROM sqlite_schema').get()
    } finally {
      db.close()
    }
  } finally {
    lock.value.release()
  }
  return success(null)
}
