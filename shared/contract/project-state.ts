import { z } from 'zod'

import { annotationSchema } from '../model/annotation.ts'
import { documentSchema, listedDocumentSchema } from '../model/document.ts'
import { idSchema, timeSchema } from '../model/id.ts'
import { undoStateSchema } from '../model/journal.ts'
import { labelSchema } from '../model/label.ts'
import { projectSchema } from '../model/project.ts'
import { relationTypeSchema } from '../model/relation-type.ts'
import { relationSchema } from '../model/relation.ts'
import { speakerSchema } from '../model/speaker.ts'
import { suggestionSchema } from '../model/suggestion.ts'
import { documentViewSchema } from '../model/view.ts'

/** A document as lists show it. `documents.open` gives the whole of it. */
const documentSummarySchema = z
  .strictObject({
    document: listedDocumentSchema,
    annotations: z.int().nonnegative(),
    /** What waits for review. */
    suggestions: z.int().nonnegative(),
  })
  .readonly()
export type DocumentSummary = z.infer<typeof documentSummarySchema>

/** That another process has the project open for changes, while it is read here. */
const heldElsewhereSchema = z
  .strictObject({
    /** It has been closed there: nobody has it open for changes now. */
    free: z.boolean(),
    /** Who has it; `null` where that cannot be told. */
    by: z
      .strictObject({ program: z.string(), pid: z.int(), host: z.string(), since: timeSchema })
      .readonly()
      .nullable(),
    /** When what was saved there was last taken over here. */
    shownAt: timeSchema,
  })
  .readonly()
export type HeldElsewhere = z.infer<typeof heldElsewhereSchema>

/** Everything of the open project but texts and annotations. */
export const projectStateSchema = z
  .strictObject({
    project: projectSchema,
    fileName: z.string(),
    /** Why the project can only be read, in a sentence; `null` where it can be changed. */
    readOnly: z.string().nullable(),
    /** `null` where that is not the reason. */
    heldElsewhere: heldElsewhereSchema.nullable(),
    /** Why the project is saved in another way than usual, where it is: it is on a network disk or in a synchronised folder. */
    placeRemark: z.string().nullable(),
    labels: z.array(labelSchema).readonly(),
    relationTypes: z.array(relationTypeSchema).readonly(),
    /** By name. */
    speakers: z.array(speakerSchema).readonly(),
    /** By id, which is the order of their creation. */
    documents: z.array(documentSummarySchema).readonly(),
    /** The document that was open last. */
    currentDocumentId: idSchema.nullable(),
    undoState: undoStateSchema,
  })
  .readonly()
export type ProjectState = z.infer<typeof projectStateSchema>

/** How the project is after an import, or an act on much. Where it is about many documents several of these are told, one after the other. */
export const bulkChangeSchema = z
  .strictObject({
    projectId: idSchema,
    /** Id of the journal entry; `null` for an import, which may make several. */
    entryId: idSchema.nullable(),
    /** All but the documents, as it is now; `null` where this only tells of more documents. */
    state: projectStateSchema.unwrap().omit({ documents: true }).readonly().nullable(),
    /** Documents that were added or changed, or that something was added to or changed in, as they are now; by id. */
    documents: z.array(documentSummarySchema).readonly(),
    /** Ids of documents that are there no more. */
    removed: z.array(idSchema).readonly(),
  })
  .readonly()
export type BulkChange = z.infer<typeof bulkChangeSchema>

/** An annotation that does not slice to its quote: shown for review, never moved. */
const reviewItemSchema = z
  .strictObject({
    annotation: annotationSchema,
    reason: z.enum(['outsideText', 'splitsGrapheme', 'quoteDiffers']),
    expected: z.string(),
    found: z.string(),
  })
  .readonly()
export type ReviewItem = z.infer<typeof reviewItemSchema>

export const openDocumentSchema = z
  .strictObject({
    document: documentSchema,
    text: z.string(),
    annotations: z.array(annotationSchema).readonly(),
    /** Every relation with an end in this document, by id. */
    relations: z.array(relationSchema).readonly(),
    /** The annotations of other documents at the other ends of these relations, and of those that wait with suggestions. */
    farAnnotations: z.array(annotationSchema).readonly(),
    review: z.array(reviewItemSchema).readonly(),
    /** In the order of the review list. */
    suggestions: z.array(suggestionSchema).readonly(),
    view: documentViewSchema.nullable(),
  })
  .readonly()
export type OpenDocument = z.infer<typeof openDocumentSchema>
