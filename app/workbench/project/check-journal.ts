import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'

import type { English } from '../../../shared/language/catalogues/en.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Change } from '../../../shared/model/change.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { JournalHead } from '../../../shared/model/journal.ts'
import { createChangeTally, type ChangeTally } from './change-tally.ts'
import { createChangeQueue, type ChangeQueue } from './tables/change-queue.ts'
import type { Reach } from './tables/journal.ts'
import type { Tables } from './tables/tables.ts'

/** What a step went through: a part of a long entry, or an entry to its end, with what is wrong with it, `null` for nothing. */
type Passed = 'part' | Finding | null

/** Changes of one entry that are gone through at once. */
const changesAtOnce = 1000

/**
 * Walks the journal from its start, with the plain stacks that undo and redo stand for, and compares each entry,
 * the reach kept with it and how it is listed. Changes are read one at a time: one entry may have half a million.
 * What an entry undoes or repeats waits in a temporary table meanwhile.
 */
export function* checkJournal(db: DatabaseSync, tables: Tables): Generator<Passed, void> {
  const queue = createChangeQueue(db)
  const done: number[] = []
  const undone: number[] = []
  let entries = 0

  for (const head of tables.journal.heads()) {
    entries += 1
    const { id, seq, summary } = head
    const complaint = seq === entries ? misplaced(head, done, undone) : 'outOfOrder'
    const tally = createChangeTally()
    const changes = noting(tables.journal.changesOf(seq), tally)
    const same = yield* isRepeated(queue, complaint === null ? head : null, changes)
    step(head, done, undone)
    const reach: Reach = { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
    const kept = isDeepStrictEqual(tables.journal.reachAfter(seq), reach)
    const listed = isDeepStrictEqual(tables.journal.extentOf(seq), tally.extent())
    const reason =
      complaint ??
      (same ? null : otherChanges(head)) ??
      (kept ? null : 'wrongReach') ??
      (listed ? null : 'listedWrongly')
    if (reason === null) yield null
    else {
      yield { part: 'journal', id, message: t(`failures:check.entry.${reason}`, { seq, summary }) }
    }
  }
}

type Complaint = keyof English['failures']['check']['entry']

/** What is wrong with the place of an entry; `null` where it is right. */
function misplaced(
  { kind, of }: JournalHead,
  done: readonly number[],
  undone: readonly number[],
): Complaint | null {
  if (kind === 'do') return of === null ? null : 'reverses'
  if (of === (kind === 'undo' ? done : undone).at(-1)) return null
  return kind === 'undo' ? 'wrongUndo' : 'wrongRedo'
}

function otherChanges({ kind }: JournalHead): Complaint {
  return kind === 'undo' ? 'otherChangesOfUndo' : 'otherChangesOfRedo'
}

/**
 * Goes through all of `changes`, and tells whether they are those that `head` is to make: what reverses or repeats the
 * entry that it names. Always so where it names none, or there is no `head`.
 */
function* isRepeated(
  queue: ChangeQueue,
  head: JournalHead | null,
  changes: Iterable<Change>,
): Generator<'part', boolean> {
  const of = head?.of ?? null
  if (of !== null) {
    queue.clear()
    queue.pushEntry(of, head?.kind === 'undo' ? 'reversed' : 'done')
  }
  using expected = of === null ? null : queue.each()
  let isSame = true
  let count = 0
  for (const change of changes) {
    isSame &&= expected === null || isDeepStrictEqual(expected.next().value, change)
    count += 1
    if (count % changesAtOnce === 0) yield 'part'
  }
  return isSame && (expected === null || expected.next().done === true)
}

function* noting(changes: Iterable<Change>, tally: ChangeTally): Generator<Change> {
  for (const change of changes) {
    tally.note(change)
    yield change
  }
}

function step(entry: JournalHead, done: number[], undone: number[]): void {
  if (entry.kind === 'do') undone.length = 0
  if (entry.kind === 'undo') {
    const seq = done.pop()
    if (seq !== undefined) undone.push(seq)
    return
  }
  if (entry.kind === 'redo') undone.pop()
  done.push(entry.kind === 'redo' ? (entry.of ?? entry.seq) : entry.seq)
}
