import { z } from 'zod'

import { annotationSchema } from '../model/annotation.ts'
import { idSchema } from '../model/id.ts'
import { relationSchema } from '../model/relation.ts'
import { misplacedSchema } from '../text/copied-spans.ts'

/** Shares of shingles (five words in a row) from here on make a copy. */
export const leastSimilarity = 0.6

/** A document that carries the article of another one. */
const copySchema = z
  .strictObject({
    documentId: idSchema,
    /** The same text; the same but for white space and case; or much of it. */
    likeness: z.enum(['sameText', 'sameWords', 'similar']),
    /**
     * The share of shingles that both have, from 0 to 1. It may be below `leastSimilarity` where a third document lies
     * between the two.
     */
    similarity: z.number().min(0).max(1),
  })
  .readonly()

/** Documents that carry one article. */
const copiesSchema = z
  .strictObject({
    /** The one with most annotations, of several the first to be published. */
    documentId: idSchema,
    /** The others, by how like they are to that one. */
    copies: z.array(copySchema).min(1).readonly(),
  })
  .readonly()
export type Copies = z.infer<typeof copiesSchema>

export const copiesFoundSchema = z
  .strictObject({
    /** How many documents were looked at. */
    documents: z.int().nonnegative(),
    /** Those with most copies first. */
    found: z.array(copiesSchema).readonly(),
  })
  .readonly()
export type CopiesFound = z.infer<typeof copiesFoundSchema>

/** An annotation with some words of text before and after it, for reading. */
const shownSchema = z
  .strictObject({ annotation: annotationSchema, before: z.string(), after: z.string() })
  .readonly()

/** What carrying the annotations of one document over to another one comes to. Nothing of it is stored yet. */
const carryingSchema = z
  .strictObject({
    /** The one that they are carried to. */
    documentId: idSchema,
    /** What would be added, as it would be, and where. */
    added: z.array(shownSchema).readonly(),
    /** What stands there already, with the same label and spans. */
    standing: z.array(shownSchema).readonly(),
    /** Originals that have no place there, and why. */
    unfit: z.array(shownSchema.unwrap().extend({ reason: misplacedSchema }).readonly()).readonly(),
    /** Relations among all these that would be added. */
    relations: z.array(relationSchema).readonly(),
  })
  .readonly()
export type Carrying = z.infer<typeof carryingSchema>

/** Most annotations that are carried over at once, but for those of one document. */
export const maxCarried = 2000

export const carryingsSchema = z
  .strictObject({
    carryings: z.array(carryingSchema).readonly(),
    /** False where documents were left out, for more than `maxCarried` would have been added. */
    complete: z.boolean(),
  })
  .readonly()
