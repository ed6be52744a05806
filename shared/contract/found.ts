import { z } from 'zod'

import { annotationSchema } from '../model/annotation.ts'
import { idSchema } from '../model/id.ts'
import { spanSchema } from '../text/span.ts'

/** What a list of annotations of several documents gives at most. */
export const maxFound = 200

export const foundAnnotationsSchema = z
  .strictObject({
    /** At most `maxFound` of them, in order of documents and places. */
    annotations: z.array(annotationSchema).readonly(),
    total: z.int().nonnegative(),
  })
  .readonly()
export type FoundAnnotations = z.infer<typeof foundAnnotationsSchema>

/** A place where a text occurs. */
export const occurrenceSchema = z
  .strictObject({
    documentId: idSchema,
    /** UTF-16 code units of the stored text; splits no grapheme. */
    span: spanSchema,
    /** The exact text there, which may differ in case from what was asked for. */
    quote: z.string().min(1),
    /** Some words of text before and after it, for reading. */
    before: z.string(),
    after: z.string(),
    /** Ids of the labels of annotations with exactly this span. */
    labels: z.array(z.string()).readonly(),
  })
  .readonly()
export type Occurrence = z.infer<typeof occurrenceSchema>

/** Most occurrences that are listed at once; where there are more, the list says that it is not complete. */
export const maxOccurrences = 2000

/** How many annotations or relations hang on each thing of the project, by its id; those without any are left out. */
export const usageSchema = z
  .strictObject({
    labels: z.record(z.string(), z.int().positive()).readonly(),
    relationTypes: z.record(z.string(), z.int().positive()).readonly(),
    speakers: z.record(z.string(), z.int().positive()).readonly(),
  })
  .readonly()
export type Usage = z.infer<typeof usageSchema>
