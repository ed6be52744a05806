import { z } from 'zod'

import { lineEndRunsSchema } from '../text/line-ends.ts'
import { idSchema, timeSchema } from './id.ts'

export const documentStatuses = ['todo', 'inProgress', 'done', 'setAside'] as const
export const documentStatusSchema = z.enum(documentStatuses)
export type DocumentStatus = z.infer<typeof documentStatusSchema>

/** Whether somebody has still to work on it. */
export function isUnfinished(status: DocumentStatus): boolean {
  return status === 'todo' || status === 'inProgress'
}

/** Lower-case hexadecimal SHA-256. */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a document came from and how its bytes became its text. */
export const provenanceSchema = z
  .strictObject({
    /** The file's own name without folders; `null` for pasted text. */
    fileName: z.string().nullable(),
    format: z.string(),
    /** WHATWG encoding label, such as `utf-8` or `windows-1252`; `null` for pasted text, which has no bytes. */
    encoding: z.string().nullable(),
    byteOrderMark: z.boolean(),
    byteLength: z.int().nonnegative().nullable(),
    /** Hash of the file's bytes as they were. */
    sha256: sha256Schema.nullable(),
    /** Every line end of the source; they became line feeds in the stored text. */
    lineEnds: lineEndRunsSchema,
    importedAt: timeSchema,
  })
  .readonly()

export type Provenance = z.infer<typeof provenanceSchema>

/** Tags that a document may have at most. */
export const mostTags = 50

/** A word that sorts documents: a desk, a story, a batch. */
export const documentTagSchema = z.string().trim().min(1).max(100)

/** Who works on a document, by name. */
export const assigneeSchema = z.string().min(1).max(200)

/** An article without its text, which is stored once under its hash. */
export const documentSchema = z
  .strictObject({
    id: idSchema,
    title: z.string().min(1).max(500),
    /** Who published it. */
    source: z.string().nullable(),
    author: z.string().nullable(),
    /** When it was published, as the source says it: an ISO 8601 date or time wherever that could be made of it. */
    date: z.string().nullable(),
    /** Where it was published: an `http` or `https` address. Never fetched. */
    url: z.string().nullable(),
    /** BCP 47 tag; `null` where it is not known. */
    language: z.string().nullable(),
    /** The reading direction that somebody chose; `null` leaves it to what the text shows. */
    direction: z.enum(['ltr', 'rtl']).nullable(),
    status: documentStatusSchema,
    /** Who works on it, by name; `null` for nobody yet. */
    assignee: assigneeSchema.nullable(),
    /** Words that the project sorts its documents by, each once. */
    tags: z.array(documentTagSchema).max(mostTags).readonly(),
    /** What else its source says of it, by name: the columns of a table, the heads of a mail. */
    metadata: z.record(z.string(), z.string()).readonly(),
    /** Hash of the stored text in UTF-8; the text is found by it. */
    sha256: sha256Schema,
    /** Length of the stored text in UTF-16 code units. */
    length: z.int().positive(),
    /** Number of words of the stored text. */
    words: z.int().nonnegative(),
    provenance: provenanceSchema,
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .readonly()

export type Document = z.infer<typeof documentSchema>

/** A document as lists of the whole project hold it: without what can be long, and is looked at in one document at a time. */
export const listedDocumentSchema = documentSchema
  .unwrap()
  .omit({ metadata: true, provenance: true })
  .readonly()

export type ListedDocument = z.infer<typeof listedDocumentSchema>

export function listedDocument(document: Document): ListedDocument {
  const { metadata: _metadata, provenance: _provenance, ...listed } = document
  return listed
}
