import { z } from 'zod'

import { annotationActSchema } from './annotation-act.ts'
import { changeSchema, entitySchema } from './change.ts'
import { idSchema, timeSchema } from './id.ts'

/** What one act of a person did to the project. The client makes the id, so that a repeated send is known as such. */
export const journalDraftSchema = z
  .strictObject({
    id: idSchema,
    annotator: z.string(),
    /** What was done, in words for the Undo button: `Tag claim`. */
    summary: z.string().min(1),
    changes: z.array(changeSchema).min(1).readonly(),
  })
  .readonly()

export type JournalDraft = z.infer<typeof journalDraftSchema>

/**
 * A committed act. The journal only grows: an undo or redo is an entry of its own that names the one it reverses
 * or repeats, and carries the changes it made.
 */
const journalEntrySchema = z
  .strictObject({
    id: idSchema,
    /** Place in the journal, ascending. */
    seq: z.int().positive(),
    at: timeSchema,
    kind: z.enum(['do', 'undo', 'redo']),
    /** `seq` of the entry undone or redone; `null` for a `do`. */
    of: z.int().positive().nullable(),
    annotator: z.string(),
    summary: z.string(),
    changes: z.array(changeSchema).readonly(),
  })
  .readonly()

export type JournalEntry = z.infer<typeof journalEntrySchema>

/** An entry without what it changed, which can be long. */
export type JournalHead = Omit<JournalEntry, 'changes'>

/** An entry as the history lists it. */
export const journalSummarySchema = journalEntrySchema
  .unwrap()
  .omit({ changes: true })
  .extend({
    /** How many things of each kind it added, altered or removed; kinds without any are left out. */
    subjects: z.partialRecord(entitySchema, z.int().positive()).readonly(),
    /** The document that all its annotations and suggestions are in; `null` where there are none or several. */
    documentId: idSchema.nullable(),
    /** What it did to the one annotation that it is about; `null` where it is about none, several, or much else. */
    annotation: annotationActSchema.nullable(),
  })
  .readonly()

export type JournalSummary = z.infer<typeof journalSummarySchema>

/** What Undo and Redo would do now, by summary; `null` where there is nothing. */
export const undoStateSchema = z
  .strictObject({ undo: z.string().nullable(), redo: z.string().nullable() })
  .readonly()

export type UndoState = z.infer<typeof undoStateSchema>

/** A committed entry and what can be undone and redone after it. */
export type Commit = { readonly entry: JournalEntry; readonly undoState: UndoState }

/** A commit as pages are told of it. `changes` are `null` where there are too many: pages were told what they left before. */
export const toldCommitSchema = z
  .strictObject({
    entry: journalEntrySchema
      .unwrap()
      .extend({ changes: z.array(changeSchema).readonly().nullable() })
      .readonly(),
    undoState: undoStateSchema,
  })
  .readonly()

export type ToldCommit = z.infer<typeof toldCommitSchema>
