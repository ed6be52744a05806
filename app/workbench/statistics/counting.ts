import type { DatabaseSync } from 'node:sqlite'

import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import { broughtUp } from '../project/brought-up.ts'
import { resolvePath } from '../project/resolve-path.ts'
import { openSnapshot } from '../project/snapshot.ts'
import { countAnnotations } from './count-annotations.ts'
import { countWords, gatherWords } from './count-words.ts'
import { countWork, gatherWork } from './count-work.ts'
import { gatherFacts } from './facts.ts'
import { numberOf } from './number-of.ts'

/** A connection that counts what is in a project at the moment it is asked. What it gathers, it keeps until the project changes. */
export type Counting = {
  readonly counts: (request: CallArguments<'statistics.counts'>) => CallValue<'statistics.counts'>
  readonly words: (request: CallArguments<'statistics.words'>) => CallValue<'statistics.words'>
  readonly work: (request: CallArguments<'statistics.work'>) => CallValue<'statistics.work'>
  readonly close: () => void
}

/** Takes seconds where a project is large, at the first question and after changes: for a thread of its own. */
export function openCounting(path: string): Result<Counting> {
  const db = connect(path)
  return db.ok ? success(countingOn(db.value)) : db
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

function countingOn(db: DatabaseSync): Counting {
  const gathered = new Map<(on: DatabaseSync) => void, number>()

  /** Answers from what the project is at one moment, gathered before where it is not up to date. */
  function answer<Value>(
    needs: readonly ((on: DatabaseSync) => void)[],
    count: () => Value,
  ): Value {
    db.exec('BEGIN')
    try {
      const seq = numberOf(db, 'SELECT max(seq) FROM journal', {})
      for (const gather of needs) {
        if (gathered.get(gather) === seq) continue
        gathered.delete(gather)
        gather(db)
        gathered.set(gather, seq)
      }
      const value = count()
      db.exec('COMMIT')
      return value
    } catch (error) {
      gathered.clear()
      db.exec('ROLLBACK')
      throw error
    }
  }

  return {
    counts: (request) => answer([gatherFacts], () => countAnnotations(db, request)),
    words: ({ filter, denies }) =>
      answer([gatherFacts, gatherWords], () => countWords(db, filter, denies)),
    work: ({ filter }) => answer([gatherWork], () => countWork(db, filter)),
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}
