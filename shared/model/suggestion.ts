import { z } from 'zod'

import { quoteOf, spansSchema } from '../text/span.ts'
import type { Annotation } from './annotation.ts'
import { attributeValueSchema } from './attribute.ts'
import { idSchema, timeSchema } from './id.ts'
import { relationSchema } from './relation.ts'

/** Why something that was read is no annotation yet. */
export const suggestionReasonSchema = z.enum([
  /** A machine proposed it. */
  'predicted',
  'outsideText',
  'splitsGrapheme',
  /** The source says another text than what is at the place it names. */
  'quoteDiffers',
  /** The source names no place, and its text is nowhere. */
  'notFound',
  /** The source names no place, and its text is in several. */
  'ambiguous',
  /** The source names no place, and its text is in one, but not between the words that the source says. */
  'contextDiffers',
])
export type SuggestionReason = z.infer<typeof suggestionReasonSchema>

/** An annotation that somebody has to look at first: accept at the place proposed, put elsewhere, or reject. */
export const suggestionSchema = z
  .strictObject({
    /** Becomes the id of the annotation. */
    id: idSchema,
    documentId: idSchema,
    /** Id of a label, which may be gone from the tag set by the time it is reviewed. */
    label: z.string().min(1),
    reason: suggestionReasonSchema,
    /** The text it should hold by its source; `null` where the source does not say. */
    expected: z.string().nullable(),
    /** The text at the place that the source names; `null` where it names none within the text. */
    found: z.string().nullable(),
    /** The place that is proposed, in UTF-16 code units of the stored text, on grapheme edges; `null` for none. */
    proposal: spansSchema.nullable(),
    /** How sure the machine was, from 0 to 1. */
    score: z.number().min(0).max(1).nullable(),
    /** Where it is in the file it came from: `batch/a.ann, T4`. */
    origin: z.string(),
    attribution: z.array(idSchema).readonly(),
    attributes: z.record(z.string(), attributeValueSchema).readonly(),
    note: z.string().min(1).nullable(),
    annotator: z.string(),
    /** Made once both ends are annotations. */
    relations: z.array(relationSchema).readonly(),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .readonly()

export type Suggestion = z.infer<typeof suggestionSchema>

/** Order of the review list: by proposed place, those without one last, then in order of creation. */
export function compareSuggestions(one: Suggestion, other: Suggestion): number {
  const first = one.proposal?.[0]?.start ?? Number.POSITIVE_INFINITY
  const second = other.proposal?.[0]?.start ?? Number.POSITIVE_INFINITY
  if (first !== second) return first < second ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

/** The annotation that a suggestion becomes at a place (UTF-16 code units of `text`, on grapheme edges). */
export function acceptedAt(
  suggestion: Suggestion,
  text: string,
  spans: Annotation['spans'],
  at: string,
): Annotation {
  const { id, documentId, label, attribution, attributes, note, annotator } = suggestion
  return {
    id,
    documentId,
    label,
    spans,
    quote: quoteOf(text, spans),
    attribution,
    attributes,
    note,
    annotator,
    createdAt: suggestion.createdAt,
    updatedAt: at,
  }
}
