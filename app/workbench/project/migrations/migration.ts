import type { DatabaseSync } from 'node:sqlite'

/** Takes a project from one layout version to the next. */
export type Migration = {
  readonly from: number
  /** Runs inside a transaction, with references between tables checked at its end. */
  readonly run: (db: DatabaseSync) => void
}
