import { z } from 'zod'

/** A half-open stretch of a text, `[start, end)`, in UTF-16 code units of the stored text. Never empty. */
export const spanSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((span) => span.start < span.end, 'a span ends after it starts')
  .readonly()

export type Span = z.infer<typeof spanSchema>

/** One or more spans, ascending and apart from each other: a discontinuous quote has two. */
export const spansSchema = z
  .array(spanSchema)
  .min(1)
  .refine(areAscending, 'spans are ascending and do not overlap each other')
  .readonly()

export type Spans = z.infer<typeof spansSchema>

function areAscending(spans: readonly Span[]): boolean {
  return spans.every((span, index) => index === 0 || (spans[index - 1]?.end ?? 0) <= span.start)
}

/** The exact text under the spans; the pieces of a discontinuous annotation are joined by one space. */
export function quoteOf(text: string, spans: Spans): string {
  return spans.map((span) => text.slice(span.start, span.end)).join(' ')
}

/** From the first code unit of the first span to the last of the last, in UTF-16 code units. */
export function extentOf(spans: Spans): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

/** Whether both hold exactly the same stretches. */
export function sameSpans(one: Spans, other: Spans): boolean {
  return (
    one.length === other.length &&
    one.every((span, index) => span.start === other[index]?.start && span.end === other[index]?.end)
  )
}

/** Whether the caret at `offset` (UTF-16 code units) touches one of the spans; both edges count. */
export function touches(spans: Spans, offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset <= span.end)
}

/**
 * Reading order: earlier start first; of two with the same start the longer, so that what encloses comes before
 * what it encloses.
 */
export function compareSpans(one: Spans, other: Spans): number {
  const first = extentOf(one)
  const second = extentOf(other)
  return first.start - second.start || second.end - first.end
}
