import { z } from 'zod'

import { isGraphemeBoundary } from '../text/grapheme.ts'
import { compareSpans, extentOf, quoteOf, spansSchema, type Spans } from '../text/span.ts'
import { attributeValueSchema } from './attribute.ts'
import { idSchema, timeSchema } from './id.ts'

/** A tag on stretches of one document's text, kept apart from the text (stand-off). */
export const annotationSchema = z
  .strictObject({
    id: idSchema,
    documentId: idSchema,
    /** Id of a label of the project's tag set. */
    label: z.string().min(1),
    /** UTF-16 code units of the stored text; no edge splits a grapheme. */
    spans: spansSchema,
    /** The exact text under the spans; equal to `quoteOf(text, spans)` at all times. */
    quote: z.string().min(1),
    /**
     * Who says it, as ids of the project's speakers: from whoever is nearest to the reader to whoever spoke. “KCNA
     * reports that Putin said” is KCNA, then Putin. Empty where it is not known.
     */
    attribution: z
      .array(idSchema)
      .refine((chain) => new Set(chain).size === chain.length, 'nobody is in a chain twice')
      .readonly(),
    /** By id of an attribute of the label. Values of another label's attributes are kept until they are taken out. */
    attributes: z.record(z.string(), attributeValueSchema).readonly(),
    note: z.string().min(1).nullable(),
    annotator: z.string(),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .readonly()

export type Annotation = z.infer<typeof annotationSchema>

/** How an annotation breaks the law of offsets, with what it expected and what the text holds there. */
export type Breach = {
  readonly reason: 'outsideText' | 'splitsGrapheme' | 'quoteDiffers'
  readonly expected: string
  readonly found: string
}

/** `null` where `text.slice` under the spans equals the quote and no edge splits a grapheme. */
export function breachOf(text: string, spans: Spans, quote: string): Breach | null {
  const found = quoteOf(text, spans)
  if (extentOf(spans).end > text.length) return { reason: 'outsideText', expected: quote, found }
  if (found !== quote) return { reason: 'quoteDiffers', expected: quote, found }
  const whole = spans.every(
    ({ start, end }) => isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end),
  )
  return whole ? null : { reason: 'splitsGrapheme', expected: quote, found }
}

/** Reading order: by place in the text, what encloses first, then in order of creation. */
export function compareAnnotations(one: Annotation, other: Annotation): number {
  return (
    compareSpans(one.spans, other.spans) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  )
}
