import type { DatabaseSync } from 'node:sqlite'

import { integerIn } from '../tables/columns.ts'

/**
 * How far a repair is: of `total` pages while `reading`; things and entries of the history while `storing`; documents and
 * entries of the new file while `checking`.
 */
export type RepairProgress = {
  readonly phase: 'reading' | 'storing' | 'checking'
  readonly done: number
  readonly total: number
  readonly documents: number
  readonly annotations: number
}

/** A repair, step by step: whoever takes the steps may stop between any two. */
export type Repairing<Value> = Generator<RepairProgress, Value>

/** Counts what was put into the new file. */
export type Storing = {
  /** One more of all there is. */
  readonly next: (kind?: 'document' | 'annotation') => RepairProgress
}

export function createStoring(db: DatabaseSync): Storing {
  const count = (table: string): number =>
    integerIn(db.prepare(`SELECT count(*) AS number FROM ${table}`).get() ?? {}, 'number')
  const things = ['documents', 'annotations', 'relations', 'suggestions'].map(count)
  // The history is gone through twice: for what is lost elsewhere, and for itself.
  const total = things.reduce((sum, number) => sum + number, 2 * count('journal'))
  const counts = { document: 0, annotation: 0 }
  let done = 0
  return {
    next: (kind) => {
      if (kind !== undefined) counts[kind] += 1
      done = Math.min(done + 1, total)
      const { document: documents, annotation: annotations } = counts
      return { phase: 'storing', done, total, documents, annotations }
    },
  }
}
