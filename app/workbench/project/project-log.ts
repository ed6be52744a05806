import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { busyTimeout } from './busy-timeout.ts'
import { expected, failureOf } from './failures.ts'
import { integerIn } from './tables/columns.ts'

/** The log that SQLite keeps beside a project in WAL mode. */
export type ProjectLog = Disposable & {
  /** Brings to the disk what is written so far. */
  readonly flush: () => void
}

/**
 * The log of the project at `path`; where it keeps none, there is nothing to flush. Whoever commits next would else have to
 * wait for all that a long transaction, even one that was rolled back, has written and left to the system. SQLite has no
 * locks on this file, which closing it would take away.
 * https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
export function openLog(path: string): ProjectLog {
  const log = openIfThere(`${path}-wal`)
  return {
    flush: () => {
      if (log !== null) fdatasyncSync(log)
    },
    [Symbol.dispose]: () => {
      if (log !== null) closeSync(log)
    },
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Pages in the log; 0 where there is none. */
export function pagesOfLog(db: DatabaseSync): number {
  return Math.max(0, integerIn(db.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {}, 'log'))
}

/** How often it is seen whether something was written while the log was taken in. */
const mostRuns = 4

/**
 * Takes the log of the project at `path` into its file, as far as nobody reads it just now. `schema` is what the connection
 * calls the project. What is written meanwhile is taken in as well: only where nothing is left, SQLite begins the log anew with
 * the next change, and else it grows.
 * https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files
 */
export function takeLogIn(db: DatabaseSync, path: string, schema: 'main' | 'project'): void {
  try {
    const take = db.prepare(`PRAGMA ${schema}.wal_checkpoint(PASSIVE)`)
    let before = -1
    for (let run = 0; run < mostRuns; run += 1) {
      const pages = integerIn(take.get() ?? {}, 'log')
      if (pages === before) return
      before = pages
    }
  } catch (error) {
    // What is in the log is safe there, and is taken in later.
    if (failureOf(error, path) === null) throw error
  }
}

/** The same on a connection of its own, for a project that this process has open in another thread. */
export function takeLogOfOpenIn({ path }: { readonly path: string }): Result<null> {
  try {
    using db = new DatabaseSync(path, { timeout: busyTimeout })
    takeLogIn(db, path, 'main')
    return success(null)
  } catch (error) {
    return expected(error, path)
  }
}
