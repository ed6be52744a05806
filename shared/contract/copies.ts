import { z } from 'zod'

import { idSchema } from '../model/id.ts'

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
