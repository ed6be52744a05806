import type { DatabaseSync } from 'node:sqlite'

import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import { broughtUp } from '../project/brought-up.ts'
import { changedSince } from '../project/changed-since.ts'
import { resolvePath } from '../project/resolve-path.ts'
import { openSnapshot } from '../project/snapshot.ts'
import { countAnnotations } from './count-annotations.ts'
import { countWords } from './count-words.ts'
import { countWork, gatherWork } from './count-work.ts'
import { gatherFacts, renewFacts } from './facts.ts'
import { numberOf } from './number-of.ts'
import { forgetWords, readWords } from './read-words.ts'

/**
 * A connection that counts what is in a project at the moment it is asked. What it gathers it keeps, and gathers anew only of
 * the documents that the journal says have changed.
 */
export type Counting = {
  readonly counts: (request: CallArguments<'statistics.counts'>) => CallValue<'statistics.counts'>
  /** `null` while there are texts to be read still: each question has some more of them read. */
  readonly words: (
    request: CallArguments<'statistics.words'>,
  ) => CallValue<'statistics.words'> | null
  readonly work: (request: CallArguments<'statistics.work'>) => CallValue<'statistics.work'>
  readonly close: () => void
}

/**
 * Takes seconds where a project is large, at the first question and after large changes: for a thread of its own. `patience` is
 * how long one question has texts read, in ms, as others may wait.
 */
export function openCounting(path: string, patience = 150): Result<Counting> {
  const db = connect(path)
  return db.ok ? success(countingOn(db.value, patience)) : db
}

function connect(path: string): Result<DatabaseSync> {
  const resolved = resolvePath(path)
  if (!resolved.ok) return resolved
  const snapshot = openSnapshot(resolved.value)
  if (!snapshot.ok) return snapshot
  const opened = broughtUp(snapshot.value, resolved.value)
  if (!opened.ok) return opened
  // A snapshot that is held keeps SQLite from clearing its log away; each answer takes one of its own.
  if (opened.value.isTransaction) opened.value.exec('COMMIT')
  opened.value.exec('PRAGMA temp_store = MEMORY')
  return opened
}

/** Where more things than this changed at once, all of it is gathered anew. */
const mostChanges = 5000

function countingOn(db: DatabaseSync, patience: number): Counting {
  /** `seq` of the last journal entry that the tables know of; `null` before all was gathered. */
  let seq: number | null = null

  function catchUp(): void {
    const latest = numberOf(db, 'SELECT max(seq) FROM journal', {})
    if (seq === latest) return
    const changed = seq === null ? null : atOnce(changedSince(db, seq, mostChanges))
    if (changed === null) {
      forgetWords(db, 'all')
      gatherFacts(db)
    } else {
      const documents = [...changed.documents]
      forgetWords(db, documents)
      renewFacts(db, documents)
    }
    seq = latest
  }

  /** Answers from what the project is at one moment. */
  function answer<Value>(count: () => Value): Value {
    db.exec('BEGIN')
    try {
      const value = count()
      db.exec('COMMIT')
      return value
    } catch (error) {
      seq = null
      db.exec('ROLLBACK')
      throw error
    }
  }

  return {
    counts: (request) =>
      answer(() => {
        catchUp()
        return countAnnotations(db, request)
      }),
    words: ({ filter, denies }) =>
      answer(() => {
        catchUp()
        return readWords(db, patience) ? countWords(db, filter, denies) : null
      }),
    work: ({ filter }) =>
      answer(() => {
        gatherWork(db)
        return countWork(db, filter)
      }),
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}

function atOnce<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
