import { closeSync, fdatasyncSync, openSync } from 'node:fs'

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
