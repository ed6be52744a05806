import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

import { z } from 'zod'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import {
  expected,
  failureOf,
  isBusy,
  isCannotOpen,
  isMalformed,
  isMoved,
  needsRollback,
} from './failures.ts'

const holderSchema = z.object({
  nonce: z.string(),
  program: z.string(),
  pid: z.number(),
  host: z.string(),
  since: z.string(),
})
/** Who holds a lock; `since` is ISO 8601. */
export type Holder = z.infer<typeof holderSchema>

/** The right to write to a project, held by one process at a time. */
export type Lock = { readonly release: () => void }

/** Rounds of `attempt` before giving up, some 10 ms apart: others come and go in between, but seldom and briefly. */
const rounds = 60

/** The lock's own file, beside the project while that is open for writing. */
export function lockPathOf(projectPath: string): string {
  return `${projectPath}-lock`
}

/**
 * Takes the lock of a project, or answers `inUse` with who holds it.
 *
 * Node gives no file locks but those that SQLite takes, which the system lets go when a process dies in whatever way.
 * So the lock is a write transaction, held open, on a small database beside the project. It also says who holds it; a
 * row left behind by a process that died means nothing once its transaction is gone.
 */
export function acquireLock(projectPath: string, program: string): Result<Lock> {
  const lockPath = lockPathOf(projectPath)
  const me: Holder = {
    nonce: randomUUID(),
    program,
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  }
  let seen: string | null = null
  try {
    for (let round = 0; round < rounds; round += 1) {
      const outcome = attempt(lockPath, me)
      if ('lock' in outcome) return success(outcome.lock)
      // Twice the same name: a row seen once could be that of a process that died before the present holder came.
      if (outcome.holder !== null && outcome.holder.nonce === seen) {
        return heldBy(projectPath, outcome.holder)
      }
      seen = outcome.holder?.nonce ?? seen
      pause(5 + Math.random() * 10)
    }
  } catch (error) {
    if (isMalformed(error)) return notALock(lockPath)
    return expected(error, projectPath)
  }
  return heldBy(projectPath, null)
}

/** Who holds the lock of a project now: `null` where that cannot be told, `free` where nobody does. Makes no file. */
export function holderOf(projectPath: string): Holder | null | 'free' {
  const lockPath = lockPathOf(projectPath)
  if (!existsSync(lockPath)) return 'free'
  const address = pathToFileURL(lockPath)
  address.search = 'mode=rw'
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(address, { timeout: 0 })
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    return 'free'
  } catch (error) {
    if (db !== null && isBusy(error)) return holderUnlessBusy(db)
    // Removed since we looked.
    if (isCannotOpen(error) || isMoved(error)) return 'free'
    if (isMalformed(error)) return null
    throw error
  } finally {
    db?.close()
  }
}

type Outcome = { readonly lock: Lock } | { readonly holder: Holder | null }

function attempt(lockPath: string, me: Holder): Outcome {
  const db = new DatabaseSync(lockPath, { timeout: 0 })
  try {
    db.exec('BEGIN IMMEDIATE')
    // Committed first, because others see only what is committed; then held by a second transaction.
    db.exec('DROP TABLE IF EXISTS holder')
    db.exec('CREATE TABLE holder (nonce TEXT, program TEXT, pid INTEGER, host TEXT, since TEXT)')
    db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?, ?)').run(
      me.nonce,
      me.program,
      me.pid,
      me.host,
      me.since,
    )
    db.exec('COMMIT')
    db.exec('BEGIN IMMEDIATE')
    if (holderIn(db)?.nonce === me.nonce && holderAt(lockPath)?.nonce === me.nonce) {
      return { lock: { release: () => release(db, lockPath) } }
    }
  } catch (error) {
    // The last holder removed the file between our opening it and writing to it.
    if (isMoved(error)) {
      db.close()
      return { holder: null }
    }
    if (!isBusy(error)) {
      db.close()
      throw error
    }
    const holder = holderUnlessBusy(db)
    db.close()
    return { holder }
  }
  // Another process came between the two transactions, or the last holder removed the file that we had opened.
  db.close()
  return { holder: null }
}

function release(db: DatabaseSync, lockPath: string): void {
  // Removed while still held, so that nobody can take a lock on a file that is about to go. Windows refuses to remove
  // a file that is open, also by somebody else; there it is removed once closed, if nobody came.
  const windows = process.platform === 'win32'
  if (!windows) removeIfPossible(lockPath)
  db.close()
  if (windows) removeIfPossible(lockPath)
}

/** A lock file left behind means nothing: who comes next takes it over. */
function removeIfPossible(lockPath: string): void {
  try {
    rmSync(lockPath, { force: true })
  } catch (error) {
    if (failureOf(error, lockPath) === null) throw error
  }
}

function holderIn(db: DatabaseSync): Holder | null {
  return holderSchema.safeParse(db.prepare('SELECT * FROM holder').get()).data ?? null
}

function holderUnlessBusy(db: DatabaseSync): Holder | null {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'holder'").get()
    return table === undefined ? null : holderIn(db)
  } catch (error) {
    if (isBusy(error)) return null
    throw error
  }
}

/** Who the file at the path names now: another file than the one we hold where that was removed or replaced. */
function holderAt(lockPath: string): Holder | null {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(lockPath, { readOnly: true, timeout: 0 })
    return holderUnlessBusy(db)
  } catch (error) {
    // Not there, or left half written by a process that died: in both cases not the file that we hold.
    if (isCannotOpen(error) || needsRollback(error)) return null
    throw error
  } finally {
    db?.close()
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function heldBy(projectPath: string, holder: Holder | null): Result<never> {
  const name = basename(projectPath)
  return failure(
    'inUse',
    holder === null
      ? t('failures:lock.heldByOther', { name })
      : t('failures:lock.heldBy', { ...holder, name, pid: String(holder.pid) }),
    t('failures:lock.workThere'),
  )
}

function notALock(lockPath: string): Result<never> {
  return failure(
    'storage',
    t('failures:lock.notALock', { name: basename(lockPath) }),
    t('failures:lock.moveIt'),
  )
}
