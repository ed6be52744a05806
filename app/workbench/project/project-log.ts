import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

import { failureOf } from './failures.ts'

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

/**
 * Takes the log of the project at `path` into its file, as far as nobody reads it just now. `schema` is what the connection
 * calls the project.
 */
export function takeLogIn(db: DatabaseSync, path: string, schema: 'main' | 'project'): void {
  try {
    db.exec(`PRAGMA ${schema}.wal_checkpoint(PASSIVE)`)
  } catch (error) {
    // What is in the log is safe there, and is taken in with the next change.
    if (failureOf(error, path) === null) throw error
  }
}
