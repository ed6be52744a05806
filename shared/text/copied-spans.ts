import { z } from 'zod'

import { contextLength } from './context.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import type { Span, Spans } from './span.ts'

/** Why spans have no place in a copy: their words are not there, or in several places, or between other words, or part of a character. */
export const misplacedSchema = z.enum([
  'differs',
  'ambiguous',
  'surroundingsDiffer',
  'splitsGrapheme',
])
export type Misplaced = z.infer<typeof misplacedSchema>

export type Placed =
  | { readonly ok: true; readonly spans: Spans }
  | { readonly ok: false; readonly reason: Misplaced }

/** Agreeing text that is looked at on either side of a span, in UTF-16 code units. */
const reach = 400

/** A text that stands in more places than this is in too many to compare all of them. */
const mostPlaces = 500

/**
 * Gives the place in `copy` of spans of `text`, both in UTF-16 code units. A span is placed only where the very same text
 * stands in a stretch of at least 32 code units that both have exactly once; in a copy that is the same everywhere.
 * Nothing is placed by likeness.
 */
export function placeInCopy(text: string, copy: string): (spans: Spans) => Placed {
  if (text === copy) return (spans) => ({ ok: true, spans })
  return (spans) => {
    const placed: Span[] = []
    for (const span of spans) {
      const place = placeOf(text, copy, span)
      if (typeof place === 'string') return { ok: false, reason: place }
      // Pieces of a discontinuous quote that come in another order say something else.
      if (place.start < (placed.at(-1)?.end ?? 0)) return { ok: false, reason: 'differs' }
      placed.push(place)
    }
    return placed.every((place) => isWhole(copy, place))
      ? { ok: true, spans: placed }
      : { ok: false, reason: 'splitsGrapheme' }
  }
}

function placeOf(text: string, copy: string, span: Span): Span | Misplaced {
  const starts = placesOf(copy, text.slice(span.start, span.end))
  if (starts.length === 0) return 'differs'
  if (starts.length > mostPlaces) return 'ambiguous'
  const stretches = starts.map((start) => agreeingAround(text, copy, span, start))
  const telling = stretches.filter(({ agreeing }) => agreeing.length >= contextLength)
  if (telling.length === 0) return 'surroundingsDiffer'
  const [only, ...others] = telling.filter(
    ({ agreeing }) => standsOnce(text, agreeing) && standsOnce(copy, agreeing),
  )
  return only === undefined || others.length > 0
    ? 'ambiguous'
    : { start: only.start, end: only.start + span.end - span.start }
}

/** Where `words` stand in a text, places that overlap among them; one more than `mostPlaces` at most. */
function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = []
  let at = text.indexOf(words)
  while (at !== -1 && places.length <= mostPlaces) {
    places.push(at)
    at = text.indexOf(words, at + 1)
  }
  return places
}

/** What both texts have in common around a span of one that stands at `start` in the other, the span with it. */
function agreeingAround(text: string, copy: string, span: Span, start: number) {
  const end = start + span.end - span.start
  let before = 0
  while (
    before < Math.min(reach, span.start, start) &&
    text[span.start - before - 1] === copy[start - before - 1]
  ) {
    before += 1
  }
  let after = 0
  while (
    after < Math.min(reach, text.length - span.end, copy.length - end) &&
    text[span.end + after] === copy[end + after]
  ) {
    after += 1
  }
  return { start, agreeing: text.slice(span.start - before, span.end + after) }
}

function standsOnce(text: string, words: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words)
}

function isWhole(text: string, { start, end }: Span): boolean {
  return isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
}
