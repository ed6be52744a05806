import type { DatabaseSync } from 'node:sqlite'

import type { Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'

/**
 * Runs `body` as one transaction that holds the write lock from its start. What it did stays only where it succeeded
 * and is on disk by then; a failure, and an error of SQLite (given as a failure), leaves the file as it was.
 */
export function transact<Value>(
  db: DatabaseSync,
  path: string,
  body: () => Result<Value>,
): Result<Value> {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = body()
    db.exec(result.ok ? 'COMMIT' : 'ROLLBACK')
    return result
  } catch (error) {
    // SQLite ends the transaction by itself after some errors, a full disk among them.
    if (db.isTransaction) db.exec('ROLLBACK')
    return expected(error, path)
  }
}
