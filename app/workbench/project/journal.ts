import { t } from '../../../shared/language/translate.ts'
import { invertChanges, type Change } from '../../../shared/model/change.ts'
import { timeNow } from '../../../shared/model/id.ts'
import type {
  Commit,
  JournalDraft,
  JournalEntry,
  JournalHead,
  UndoState,
} from '../../../shared/model/journal.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { sha256Of } from '../sha256.ts'
import { applyChanges, sameAsStored } from './apply-changes.ts'
import { checkLaws } from './laws.ts'
import type { Act } from './project-file.ts'
import type { Reach } from './tables/journal.ts'
import type { Tables } from './tables/tables.ts'
import { isWellFormed } from './well-formed.ts'

/*
 * The functions here write to the tables and run inside a transaction, which is rolled back where they fail.
 *
 * Undo takes the latest `do` that is in force; redo takes the latest undone one. Because that is a stack, what comes
 * next is always what the journal had at an earlier point: below a `do` lies what Undo reached just before it, and
 * below an undone entry lies what Redo reached just before it was undone.
 */

/** What Undo and Redo would do now. */
export function undoStateOf(tables: Tables): UndoState {
  const { undo, redo } = tables.journal.reachAfter(tables.journal.latestSeq())
  return {
    undo: undo === null ? null : tables.journal.summary(undo),
    redo: redo === null ? null : tables.journal.summary(redo),
  }
}

export function draftOf(act: Act): JournalDraft {
  return { ...act, changes: [...act.changes] }
}

/** Applies a draft as a new entry. `texts` are those that its documents name by hash. */
export function commitDraft(
  tables: Tables,
  draft: JournalDraft,
  texts: readonly string[],
): Result<Commit> {
  if (!isWellFormed(draft) || !isWellFormed(texts)) return malformed()
  const known = tables.journal.byId(draft.id)
  if (known !== null) {
    const same = known.kind === 'do' && sameAsStored(draft.changes, known.changes)
    return same ? answer(tables, known) : idTaken(draft.id)
  }
  keepTexts(tables, draft.changes, texts)
  const seq = tables.journal.latestSeq() + 1
  return append(
    tables,
    { ...draft, seq, at: timeNow(), kind: 'do', of: null },
    { undo: seq, redo: null },
  )
}

/** The commit of an entry, by its id; `null` where there is none. */
export function committed(tables: Tables, id: string): Commit | null {
  const entry = tables.journal.byId(id)
  return entry === null ? null : { entry, undoState: undoStateOf(tables) }
}

/** Reverses the latest `do` in force as a new entry with this id; `null` where there is none. */
export function undoLatest(tables: Tables, id: string, annotator: string): Result<Commit | null> {
  const known = tables.journal.byId(id)
  if (known !== null) return known.kind === 'undo' ? answer(tables, known) : idTaken(id)
  const next = nextUndo(tables, id, annotator)
  const undone = next === null ? null : tables.journal.bySeq(next.head.of)
  if (next === null || undone === null) return success(null)
  return append(tables, { ...next.head, changes: invertChanges(undone.changes) }, next.reach)
}

/** Repeats the latest undone `do` as a new entry with this id; `null` where there is none. */
export function redoLatest(tables: Tables, id: string, annotator: string): Result<Commit | null> {
  const known = tables.journal.byId(id)
  if (known !== null) return known.kind === 'redo' ? answer(tables, known) : idTaken(id)
  const next = nextRedo(tables, id, annotator)
  const repeated = next === null ? null : tables.journal.bySeq(next.head.of)
  if (next === null || repeated === null) return success(null)
  return append(tables, { ...next.head, changes: repeated.changes }, next.reach)
}

/** An entry to be that undoes or repeats another one, `of`, and what can be undone and redone after it. */
export type NextEntry = {
  readonly head: JournalHead & { readonly of: number }
  readonly reach: Reach
}

/** What undoes the latest `do` in force; `null` where there is none. */
export function nextUndo(tables: Tables, id: string, annotator: string): NextEntry | null {
  const latest = tables.journal.latestSeq()
  const { undo } = tables.journal.reachAfter(latest)
  const undone = undo === null ? null : tables.journal.headBySeq(undo)
  if (undone === null) return null
  const place = {
    id,
    annotator,
    seq: latest + 1,
    at: timeNow(),
    kind: 'undo',
    of: undone.seq,
  } as const
  return {
    head: { ...undone, ...place },
    reach: { undo: tables.journal.reachAfter(undone.seq - 1).undo, redo: undone.seq },
  }
}

/** What repeats the latest undone `do`; `null` where there is none. */
export function nextRedo(tables: Tables, id: string, annotator: string): NextEntry | null {
  const latest = tables.journal.latestSeq()
  const { redo } = tables.journal.reachAfter(latest)
  const repeated = redo === null ? null : tables.journal.headBySeq(redo)
  if (repeated === null) return null
  const undoneAt = tables.journal.latestUndoOf(repeated.seq) ?? latest + 1
  const place = {
    id,
    annotator,
    seq: latest + 1,
    at: timeNow(),
    kind: 'redo',
    of: repeated.seq,
  } as const
  return {
    head: { ...repeated, ...place },
    reach: { undo: repeated.seq, redo: tables.journal.reachAfter(undoneAt - 1).redo },
  }
}

function append(tables: Tables, entry: JournalEntry, reach: Reach): Result<Commit> {
  const applied = applyChanges(tables, entry.changes)
  if (!applied.ok) return applied
  const lawful = checkLaws(tables, entry.changes)
  if (!lawful.ok) return lawful
  tables.journal.append(entry, reach)
  return answer(tables, entry)
}

function keepTexts(tables: Tables, changes: readonly Change[], texts: readonly string[]): void {
  const named = new Set(
    changes.map((change) => (change.entity === 'document' ? change.after?.sha256 : undefined)),
  )
  for (const text of texts) {
    const sha256 = sha256Of(text)
    if (named.has(sha256)) tables.texts.put(sha256, text)
  }
}

function answer(tables: Tables, entry: JournalEntry): Result<Commit> {
  return success({ entry, undoState: undoStateOf(tables) })
}

/** A text that has no UTF-8 form. */
export function malformed(): Result<never> {
  return failure('unlawful', t('failures:unlawful.loneSurrogate'), t('failures:unlawful.takeOut'))
}

export function idTaken(id: string): Result<never> {
  return failure('conflict', t('failures:conflict.sameId', { id }), t('failures:conflict.again'))
}
