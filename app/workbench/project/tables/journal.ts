import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import { changeSchema } from '../../../../shared/model/change.ts'
import type { JournalEntry } from '../../../../shared/model/journal.ts'
import { checked, integerIn, integerOrNullIn, jsonIn, textIn, type Row } from './columns.ts'

/** What Undo and Redo would take: `seq` of a `do` entry each, `null` where there is nothing. */
export type Reach = { readonly undo: number | null; readonly redo: number | null }

export type JournalTable = {
  /** The latest entry's `seq`; 0 for an empty journal. */
  readonly latestSeq: () => number
  /** The reach after an entry; nothing can be undone or redone before the first. */
  readonly reachAfter: (seq: number) => Reach
  readonly summary: (seq: number) => string
  readonly bySeq: (seq: number) => JournalEntry | null
  readonly byId: (id: string) => JournalEntry | null
  /** `seq` of the latest undo of an entry. */
  readonly latestUndoOf: (seq: number) => number | null
  readonly append: (entry: JournalEntry, reach: Reach) => void
  /** From the first to the last, one at a time. */
  readonly each: () => Iterable<JournalEntry>
}

const kindSchema = z.enum(['do', 'undo', 'redo'])
const changesSchema = z.array(changeSchema).readonly()

export function journalTable(db: DatabaseSync): JournalTable {
  const latest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM journal')
  const reach = db.prepare('SELECT undo_seq, redo_seq FROM journal WHERE seq = ?')
  const summary = db.prepare('SELECT summary FROM journal WHERE seq = ?')
  const bySeq = db.prepare('SELECT * FROM journal WHERE seq = ?')
  const byId = db.prepare('SELECT * FROM journal WHERE id = ?')
  const undoOf = db.prepare(
    "SELECT max(seq) AS seq FROM journal WHERE of_seq IS NOT NULL AND of_seq = ? AND kind = 'undo'",
  )
  const every = db.prepare('SELECT * FROM journal ORDER BY seq')
  const insertion = db.prepare(`
    INSERT INTO journal (seq, id, at, kind, of_seq, annotator, summary, changes, undo_seq, redo_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)

  return {
    latestSeq: () => {
      const row = latest.get()
      return row === undefined ? 0 : integerIn(row, 'seq')
    },
    reachAfter: (seq) => {
      const row = reach.get(seq)
      if (row === undefined) return { undo: null, redo: null }
      return { undo: integerOrNullIn(row, 'undo_seq'), redo: integerOrNullIn(row, 'redo_seq') }
    },
    summary: (seq) => textIn(summary.get(seq) ?? {}, 'summary'),
    bySeq: (seq) => entryOrNull(bySeq.get(seq)),
    byId: (id) => entryOrNull(byId.get(id)),
    latestUndoOf: (seq) => integerOrNullIn(undoOf.get(seq) ?? { seq: null }, 'seq'),
    append: (entry, { undo, redo }) => {
      insertion.run(
        entry.seq,
        entry.id,
        entry.at,
        entry.kind,
        entry.of,
        entry.annotator,
        entry.summary,
        JSON.stringify(entry.changes),
        undo,
        redo,
      )
    },
    *each() {
      for (const row of every.iterate()) yield entryOf(row)
    },
  }
}

function entryOrNull(row: Row | undefined): JournalEntry | null {
  return row === undefined ? null : entryOf(row)
}

function entryOf(row: Row): JournalEntry {
  return {
    id: textIn(row, 'id'),
    seq: integerIn(row, 'seq'),
    at: textIn(row, 'at'),
    kind: checked(kindSchema, row['kind'], 'kind'),
    of: integerOrNullIn(row, 'of_seq'),
    annotator: textIn(row, 'annotator'),
    summary: textIn(row, 'summary'),
    changes: jsonIn(row, 'changes', changesSchema),
  }
}
