import { DatabaseSync } from 'node:sqlite'

import type { Change } from '../../../shared/model/change.ts'
import { timeNow } from '../../../shared/model/id.ts'
import type { JournalHead, UndoState } from '../../../shared/model/journal.ts'
import { success, type Result } from '../../../shared/result.ts'
import { applyChanges, sameAsStored } from './apply-changes.ts'
import { busyTimeout } from './busy-timeout.ts'
import { createChangeTally } from './change-tally.ts'
import { expected } from './failures.ts'
import { goneFrom, identityOf } from './identity.ts'
import { idTaken, malformed, nextRedo, nextUndo, undoStateOf, type NextEntry } from './journal.ts'
import { checkLawsInSlices } from './laws.ts'
import { lookupsOn } from './lookups.ts'
import type { Act, ActingProject } from './project-file.ts'
import { takeLogIn } from './project-log.ts'
import { readerOn } from './reader.ts'
import { createChangeQueue } from './tables/change-queue.ts'
import type { Reach } from './tables/journal.ts'
import { tablesOf } from './tables/tables.ts'
import { transact } from './transaction.ts'
import { isWellFormed } from './well-formed.ts'

/** A commit that may be too large to be passed on: what it changed is in the file alone. */
export type BulkCommit = {
  readonly entry: JournalHead
  readonly undoState: UndoState
  /** Of documents that were changed, or what is in them; none where the act was committed before. */
  readonly documentIds: readonly string[]
}

/**
 * A project on a connection for acts on however many things. They are what `ProjectFile` makes of them, by the same laws
 * and with the same entries in the journal, each in one transaction; but nowhere are all changes in memory.
 */
export type BulkProject = ActingProject<BulkCommit> & {
  readonly undo: (id: string, annotator: string) => Result<BulkCommit | null>
  readonly redo: (id: string, annotator: string) => Result<BulkCommit | null>
  /** Makes everything as it was right after an entry; `null` where it is so already. */
  readonly goBack: (act: Omit<Act, 'changes'>, seq: number) => Result<BulkCommit | null>
  /** Takes in the log that SQLite keeps beside the file, which became long: for after an act, when others may write again. */
  readonly settle: () => void
}

/**
 * Opens a project that this process has open in WAL mode (`identity` tells its file). Nobody else of this program may write
 * while it acts.
 */
export function openBulk(path: string, identity: string | null): Result<BulkProject> {
  try {
    const db = new DatabaseSync(path, { timeout: busyTimeout })
    db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -65536')
    return success(bulkProjectOn(path, identity, db))
  } catch (error) {
    return expected(error, path)
  }
}

function bulkProjectOn(path: string, identity: string | null, db: DatabaseSync): BulkProject {
  const tables = tablesOf(db)
  const queue = createChangeQueue(db)

  function write<Done>(body: () => Result<Done>): Result<Done> {
    // The system would let us write to a file that is gone.
    if (identityOf(path) !== identity) return goneFrom(path)
    queue.clear()
    return transact(db, path, body)
  }

  /** Applies what is queued as a new entry; `null` where that is nothing. */
  function append(head: JournalHead, reach: Reach): Result<BulkCommit | null> {
    const tally = createChangeTally()
    const applied = applyChanges(tables, passing(queue.each(), tally.note))
    if (!applied.ok) return applied
    const extent = tally.extent()
    if (Object.keys(extent.subjects).length === 0) return success(null)
    const lawful = checkLawsInSlices(tables, queue.each(), tally.repeats())
    if (!lawful.ok) return lawful
    tables.journal.appendQueued(head, extent, reach)
    return success({
      entry: head,
      undoState: undoStateOf(tables),
      documentIds: tally.documentIds(),
    })
  }

  function appendNew(act: Omit<Act, 'changes'>): Result<BulkCommit | null> {
    const { id, annotator, summary } = act
    const seq = tables.journal.latestSeq() + 1
    const head = { id, annotator, summary, seq, at: timeNow(), kind: 'do', of: null } as const
    return append(head, { undo: seq, redo: null })
  }

  function committed(id: string): BulkCommit | null {
    const entry = tables.journal.headById(id)
    return entry === null ? null : { entry, undoState: undoStateOf(tables), documentIds: [] }
  }

  function commitNow(act: Act): Result<BulkCommit> {
    const known = committed(act.id)
    if (known !== null) return isSame(act, known.entry) ? success(known) : idTaken(act.id)
    for (const change of act.changes) {
      if (!isWellFormed(change)) return malformed()
      queue.push(change)
    }
    const done = appendNew(act)
    if (!done.ok) return done
    if (done.value === null) throw new Error('an act has changes')
    return success(done.value)
  }

  function isSame({ changes }: Act, { kind, seq }: JournalHead): boolean {
    return kind === 'do' && sameAsStored([...changes], tables.journal.bySeq(seq)?.changes)
  }

  function step(
    kind: 'undo' | 'redo',
    id: string,
    next: () => NextEntry | null,
  ): Result<BulkCommit | null> {
    return write(() => {
      const known = committed(id)
      if (known !== null) return known.entry.kind === kind ? success(known) : idTaken(id)
      const entry = next()
      if (entry === null) return success(null)
      queue.pushEntry(entry.head.of, kind === 'undo' ? 'reversed' : 'done')
      return append(entry.head, entry.reach)
    })
  }

  return {
    ...readerOn(path, db, tables),
    ...lookupsOn(tables),
    committed,
    commit: (act) => write(() => commitNow(act)),
    undo: (id, annotator) => step('undo', id, () => nextUndo(tables, id, annotator)),
    redo: (id, annotator) => step('redo', id, () => nextRedo(tables, id, annotator)),
    goBack: (act, seq) =>
      write(() => {
        queue.pushWayBack(seq)
        return appendNew(act)
      }),
    settle: () => takeLogIn(db, path, 'main'),
  }
}

function* passing(changes: Iterable<Change>, note: (change: Change) => void): Generator<Change> {
  for (const change of changes) {
    note(change)
    yield change
  }
}
