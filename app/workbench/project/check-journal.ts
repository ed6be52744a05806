import { isDeepStrictEqual } from 'node:util'

import type { English } from '../../../shared/language/catalogues/en.ts'
import { t } from '../../../shared/language/translate.ts'
import { invertChanges } from '../../../shared/model/change.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { summaryOf } from '../../../shared/model/journal-summary.ts'
import type { JournalEntry } from '../../../shared/model/journal.ts'
import type { Reach } from './tables/journal.ts'
import type { Tables } from './tables/tables.ts'

/**
 * Walks the journal from its start, with the plain stacks that undo and redo stand for, and compares each entry,
 * the reach kept with it and how it is listed. Gives for each what is wrong with it, `null` for nothing. Entries are read
 * one at a time.
 */
export function* checkJournal(tables: Tables): Generator<Finding | null, void> {
  const done: number[] = []
  const undone: number[] = []
  let entries = 0

  for (const entry of tables.journal.each()) {
    entries += 1
    const complaint = entry.seq === entries ? misplaced(tables, entry, done, undone) : 'outOfOrder'
    step(entry, done, undone)
    const reach: Reach = { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
    const kept = isDeepStrictEqual(tables.journal.reachAfter(entry.seq), reach)
    const listed = isDeepStrictEqual(tables.journal.newest(entry.seq + 1, 1), [summaryOf(entry)])
    const reason = complaint ?? (kept ? null : 'wrongReach') ?? (listed ? null : 'listedWrongly')
    if (reason === null) yield null
    else {
      const { seq, summary } = entry
      const message = t(`failures:check.entry.${reason}`, { seq, summary })
      yield { part: 'journal', id: entry.id, message }
    }
  }
}

type Complaint = keyof English['failures']['check']['entry']

/** What is wrong with an entry at its place; `null` where it is right. */
function misplaced(
  tables: Tables,
  entry: JournalEntry,
  done: readonly number[],
  undone: readonly number[],
): Complaint | null {
  if (entry.kind === 'do') return entry.of === null ? null : 'reverses'
  if (entry.of !== (entry.kind === 'undo' ? done : undone).at(-1)) {
    return entry.kind === 'undo' ? 'wrongUndo' : 'wrongRedo'
  }
  const changes = tables.journal.bySeq(entry.of ?? 0)?.changes ?? []
  const same = isDeepStrictEqual(
    entry.changes,
    entry.kind === 'undo' ? invertChanges(changes) : changes,
  )
  if (same) return null
  return entry.kind === 'undo' ? 'otherChangesOfUndo' : 'otherChangesOfRedo'
}

function step(entry: JournalEntry, done: number[], undone: number[]): void {
  if (entry.kind === 'do') undone.length = 0
  if (entry.kind === 'undo') {
    const seq = done.pop()
    if (seq !== undefined) undone.push(seq)
    return
  }
  if (entry.kind === 'redo') undone.pop()
  done.push(entry.kind === 'redo' ? (entry.of ?? entry.seq) : entry.seq)
}
