import type { DatabaseSync } from 'node:sqlite'

import type { Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'

/**
 * Runs `body` as one transaction that holds the write lock from its start. What it did stays only where it succeeded
 * and is on disk by then; a failure, and an error of SQLite (given as a failure), leaves the file as it was. Within a
 * transaction that is open already it is a part of that, and stays as far as that does.
 */
export function transact<Value>(
  db: DatabaseSync,
  path: string,
  body: () => Result<Value>,
): Result<Value> {
  const { begin, keep, takeBack } = db.isTransaction ? part : whole
  try {
    db.exec(begin)
    const result = body()
    db.exec(result.ok ? keep : takeBack)
    return result
  } catch (error) {
    // SQLite ends the transaction by itself after some errors, a full disk among them.
    if (db.isTransaction) db.exec(takeBack)
    return expected(error, path)
  }
}

const whole = { begin: 'BEGIN IMMEDIATE', keep: 'COMMIT', takeBack: 'ROLLBACK' }
const part = {
  begin: 'SAVEPOINT part',
  keep: 'RELEASE part',
  takeBack: 'ROLLBACK TO part; RELEASE part',
}

/** As `transact`, for work that takes its time. Where it throws, the file is as it was, and the error goes on. */
export async function transactSlowly<Value>(
  db: DatabaseSync,
  path: string,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    db.exec(whole.begin)
  } catch (error) {
    return expected(error, path)
  }
  try {
    const result = await work()
    if (db.isTransaction) db.exec(result.ok ? whole.keep : whole.takeBack)
    return result
  } catch (error) {
    if (db.isTransaction) db.exec(whole.takeBack)
    return expected(error, path)
  }
}
