import type { DatabaseSync, StatementSync } from 'node:sqlite'

import { z } from 'zod'

import { annotationActOf } from '../../../../shared/model/annotation-act.ts'
import { changeSchema, type Change } from '../../../../shared/model/change.ts'
import { extentOfChanges, isAboutOne } from '../../../../shared/model/journal-summary.ts'
import {
  journalSummarySchema,
  type JournalEntry,
  type JournalHead,
  type JournalSummary,
} from '../../../../shared/model/journal.ts'
import { queuedChanges } from './change-queue.ts'
import {
  checked,
  integerIn,
  integerOrNullIn,
  jsonIn,
  textIn,
  textOrNullIn,
  type Row,
} from './columns.ts'

/** What Undo and Redo would take: `seq` of a `do` entry each, `null` where there is nothing. */
export type Reach = { readonly undo: number | null; readonly redo: number | null }

/** What changes are about, as the history lists it. */
export type Extent = ReturnType<typeof extentOfChanges>

export type JournalTable = {
  /** The latest entry's `seq`; 0 for an empty journal. */
  readonly latestSeq: () => number
  /** The reach after an entry; nothing can be undone or redone before the first. */
  readonly reachAfter: (seq: number) => Reach
  readonly summary: (seq: number) => string
  readonly bySeq: (seq: number) => JournalEntry | null
  readonly byId: (id: string) => JournalEntry | null
  /** The same without its changes, which are not read. */
  readonly headBySeq: (seq: number) => JournalHead | null
  readonly headById: (id: string) => JournalHead | null
  /** `seq` of the latest undo of an entry. */
  readonly latestUndoOf: (seq: number) => number | null
  /** At most `limit` entries from the newest down, those before an entry where `before` names its `seq`. */
  readonly newest: (before: number | null, limit: number) => readonly JournalSummary[]
  /** Changes of every entry after `seq`, the latest first. */
  readonly changesAfter: (seq: number) => readonly (readonly Change[])[]
  readonly append: (entry: JournalEntry, reach: Reach) => void
  /** The same with the changes that are queued on this connection (`change-queue.ts`). */
  readonly appendQueued: (head: JournalHead, extent: Extent, reach: Reach) => void
  /** From the first to the last, one at a time; their changes are not read. */
  readonly heads: () => Iterable<JournalHead>
  /** What the history lists an entry with, as it is stored; `null` where there is no such entry. */
  readonly extentOf: (seq: number) => Extent | null
  /** Changes of an entry in their order, one at a time: an entry may have more of them than memory can hold. */
  readonly changesOf: (seq: number) => Iterable<Change>
}

const kindSchema = z.enum(['do', 'undo', 'redo'])
const subjectsSchema = journalSummarySchema.unwrap().shape.subjects
const fittingSchema = z.object({ fits: z.literal(1) })
const changesSchema = z.array(changeSchema).readonly()

export function journalTable(db: DatabaseSync): JournalTable {
  const latest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM journal')
  const reaches = db.prepare('SELECT undo_seq, redo_seq FROM journal WHERE seq = ?')
  const summary = db.prepare('SELECT summary FROM journal WHERE seq = ?')
  const bySeq = db.prepare('SELECT * FROM journal WHERE seq = ?')
  const byId = db.prepare('SELECT * FROM journal WHERE id = ?')
  const undoOf = db.prepare(
    "SELECT max(seq) AS seq FROM journal WHERE of_seq IS NOT NULL AND of_seq = ? AND kind = 'undo'",
  )
  const heads = 'SELECT seq, id, at, kind, of_seq, annotator, summary FROM journal'
  const headBySeq = db.prepare(`${heads} WHERE seq = ?`)
  const headById = db.prepare(`${heads} WHERE id = ?`)
  const every = db.prepare(`${heads} ORDER BY seq`)
  const extents = db.prepare('SELECT subjects, document_id FROM journal WHERE seq = ?')
  const lists = db.prepare(`
    SELECT CASE WHEN typeof(changes) = 'text' AND json_valid(changes) THEN json_type(changes) = 'array' END AS fits
    FROM journal WHERE seq = ?`)
  const each = db.prepare(`
    SELECT iif(type = 'object', value, NULL) AS changes
    FROM journal, json_each(journal.changes) WHERE journal.seq = ?`)
  const page = db.prepare(`
    SELECT seq, id, at, kind, of_seq, annotator, summary, subjects, document_id FROM journal
    WHERE seq < ? ORDER BY seq DESC LIMIT ?`)
  const wholeChanges = db.prepare('SELECT changes FROM journal WHERE seq = ?')
  const after = db.prepare('SELECT changes FROM journal WHERE seq > ? ORDER BY seq DESC')
  const insertion = `
    INSERT INTO journal (seq, id, at, kind, of_seq, annotator, summary, subjects, document_id, undo_seq, redo_seq,
      changes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,`
  const appending = db.prepare(`${insertion} ?)`)
  /** Only connections that have a queue can have it. */
  let appendingQueued: StatementSync | null = null

  return {
    latestSeq: () => {
      const row = latest.get()
      return row === undefined ? 0 : integerIn(row, 'seq')
    },
    reachAfter: (seq) => {
      const row = reaches.get(seq)
      if (row === undefined) return { undo: null, redo: null }
      return { undo: integerOrNullIn(row, 'undo_seq'), redo: integerOrNullIn(row, 'redo_seq') }
    },
    summary: (seq) => textIn(summary.get(seq) ?? {}, 'summary'),
    bySeq: (seq) => entryOrNull(bySeq.get(seq)),
    byId: (id) => entryOrNull(byId.get(id)),
    headBySeq: (seq) => headOrNull(headBySeq.get(seq)),
    headById: (id) => headOrNull(headById.get(id)),
    latestUndoOf: (seq) => integerOrNullIn(undoOf.get(seq) ?? { seq: null }, 'seq'),
    newest: (before, limit) =>
      page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => {
        const extent = extentIn(row)
        const head = headOf(row)
        const annotation = isAboutOne(extent.subjects)
          ? annotationActOf(jsonIn(wholeChanges.get(head.seq) ?? {}, 'changes', changesSchema))
          : null
        return { ...head, ...extent, annotation }
      }),
    changesAfter: (seq) => after.all(seq).map((row) => jsonIn(row, 'changes', changesSchema)),
    append: (entry, reach) => {
      const extent = extentOfChanges(entry.changes)
      appending.run(...valuesOf(entry, extent, reach), JSON.stringify(entry.changes))
    },
    appendQueued: (queued, extent, reach) => {
      // SQLite puts the text together: one string for all of it here would take twice its memory, or be too long.
      appendingQueued ??= db.prepare(`${insertion} (${queuedChanges}))`)
      appendingQueued.run(...valuesOf(queued, extent, reach))
    },
    *heads() {
      for (const row of every.iterate()) yield headOf(row)
    },
    extentOf: (seq) => {
      const row = extents.get(seq)
      return row === undefined ? null : extentIn(row)
    },
    *changesOf(seq) {
      // SQLite reads more than JSON, and its own error would not tell what is damaged.
      checked(fittingSchema, lists.get(seq), 'changes')
      for (const row of each.iterate(seq)) yield jsonIn(row, 'changes', changeSchema)
    },
  }
}

function valuesOf(
  { seq, id, at, kind, of, annotator, summary }: JournalHead,
  { subjects, documentId }: Extent,
  { undo, redo }: Reach,
) {
  const listed = JSON.stringify(subjects)
  return [seq, id, at, kind, of, annotator, summary, listed, documentId, undo, redo] as const
}

function headOrNull(row: Row | undefined): JournalHead | null {
  return row === undefined ? null : headOf(row)
}

function entryOrNull(row: Row | undefined): JournalEntry | null {
  return row === undefined ? null : entryOf(row)
}

function entryOf(row: Row): JournalEntry {
  return { ...headOf(row), changes: jsonIn(row, 'changes', changesSchema) }
}

function extentIn(row: Row): Extent {
  return {
    subjects: jsonIn(row, 'subjects', subjectsSchema),
    documentId: textOrNullIn(row, 'document_id'),
  }
}

function headOf(row: Row): JournalHead {
  return {
    id: textIn(row, 'id'),
    seq: integerIn(row, 'seq'),
    at: textIn(row, 'at'),
    kind: checked(kindSchema, row['kind'], 'kind'),
    of: integerOrNullIn(row, 'of_seq'),
    annotator: textIn(row, 'annotator'),
    summary: textIn(row, 'summary'),
  }
}
