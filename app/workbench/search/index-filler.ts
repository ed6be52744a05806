import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

import type { SearchIndexProgress } from '../../../shared/contract.ts'
import { isBusy } from '../project/failures.ts'
import { openLog, takeLogIn } from '../project/project-log.ts'
import { integerIn, textIn } from '../project/tables/columns.ts'
import {
  clearTextSearch,
  indexedUpTo,
  indexedWords,
  isInStep,
  textIndexer,
} from '../project/text-search.ts'

/** Puts texts into the full-text table, a few at a time, so that whatever else is written never waits for it. */
export type IndexFiller = {
  /** Texts up to this id are in the table. */
  readonly upTo: () => number
  /** Takes in what is missing; where that is under way, waits for its end. */
  readonly fill: () => Promise<void>
  /** Ends it after the texts at hand. */
  readonly stop: () => void
}

/** How long texts are made ready for a transaction, how long the pause after it is, and how long another writer is waited for, in ms. */
const step = 1.5
const pause = 3
const busyPause = 250
/** Transactions after which the log is brought to the disk: a tag that comes has as little as possible of it to wait for … */
const stepsToFlush = 8
/** … and after which it is taken in. */
const stepsToTakeIn = 200
/** Progress is told when it takes longer than this, and then as often, in ms. */
const moment = 700

export function createIndexFiller(
  db: DatabaseSync,
  tell: (progress: SearchIndexProgress) => void,
): IndexFiller {
  const missing = db.prepare('SELECT id, text FROM texts WHERE id > ? ORDER BY id')
  const left = db.prepare('SELECT count(*) AS number FROM texts WHERE id > ?')
  const put = textIndexer(db)
  let upTo = isInStep(db) ? indexedUpTo(db) : null
  let filling: Promise<void> | null = null
  let stopped = false

  /** One short transaction; what can be done before it is. False where nothing is missing any more. */
  function takeSome(): boolean {
    const begun = performance.now()
    const ready: { readonly id: number; readonly indexed: string }[] = []
    for (const row of missing.iterate(upTo ?? 0)) {
      ready.push({ id: integerIn(row, 'id'), indexed: indexedWords(textIn(row, 'text')) })
      if (performance.now() - begun > step) break
    }
    const last = ready.at(-1)
    if (last === undefined) return false
    db.exec('BEGIN IMMEDIATE')
    try {
      for (const { id, indexed } of ready) put(id, indexed)
      db.exec('COMMIT')
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK')
    }
    upTo = last.id
    return true
  }

  async function fill(): Promise<void> {
    const begun = performance.now()
    let told = begun
    let total = 0
    let steps = 0
    const path = db.location() ?? ''
    using log = openLog(path)
    for (;;) {
      if (stopped) return
      let rest = pause
      try {
        if (upTo === null) {
          clearTextSearch(db)
          upTo = 0
        }
        if (total === 0) total = integerIn(left.get(upTo) ?? {}, 'number')
        if (!takeSome()) break
        steps += 1
        if (steps % stepsToFlush === 0) log.flush()
        if (steps % stepsToTakeIn === 0) takeLogIn(db, path, 'main')
      } catch (error) {
        if (!isBusy(error)) throw error
        rest = busyPause
      }
      if (performance.now() - told > moment) {
        told = performance.now()
        const now = integerIn(left.get(upTo ?? 0) ?? {}, 'number')
        tell({ done: Math.max(0, total - now), total: Math.max(total, now) })
      }
      await wait(rest)
    }
    if (steps > 0) takeLogIn(db, path, 'main')
    if (told !== begun) tell({ done: total, total })
  }

  return {
    upTo: () => upTo ?? 0,
    fill: async () => {
      filling ??= fill().finally(() => {
        filling = null
      })
      await filling
    },
    stop: () => {
      stopped = true
    },
  }
}
