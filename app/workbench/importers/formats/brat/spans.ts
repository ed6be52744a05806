import { sameSpans, type Span } from '../../../../../shared/text/span.ts'
import { fragmentsOf, joinedAcrossLines } from '../../../exporters/formats/brat/fragments.ts'
import type { ForeignAnnotation } from '../../foreign.ts'
import { agrees, piecesOf, type OffsetReading, type Referenced } from './offsets.ts'

export type Place = Pick<ForeignAnnotation, 'spans' | 'quote'> & {
  /** What should be told of it; `moved` where what Verbatim noted does not fit any more. */
  readonly became: 'joined' | 'moved' | null
}

/**
 * The spans that fragments stand for, in UTF-16 code units. Fragments between which there are only line breaks are one
 * span: brat's editor makes them of a selection across lines (server/src/annotator.py, `__create_span`), and nothing tells them from
 * fragments that somebody set apart there. Where Verbatim had to tell, `noted` has the spans, and counts as long as they
 * still have these fragments.
 */
export function placeOf(
  text: string,
  given: Referenced,
  reading: OffsetReading,
  noted: Referenced['fragments'] | null,
): Place {
  const pieces = piecesOf(text, given.fragments, reading)
  if (noted !== null) {
    const { spans, texts } = piecesOf(text, noted, reading)
    if (isLawful(text, spans) && hasFragments(text, spans, pieces.spans)) {
      return { spans, quote: texts.join(' '), became: null }
    }
  }
  const became = noted === null ? null : 'moved'
  const quote = given.reference === null ? null : agrees(given.reference, pieces)
  const written: Place = { spans: pieces.spans, quote: quote ?? given.reference, became }
  const proved = given.reference === null || quote !== null
  const sorted = pieces.spans.toSorted((one, other) => one.start - other.start)
  if (!proved || !isLawful(text, sorted)) return written
  const joined = joinedAcrossLines(text, sorted)
  if (joined.length === sorted.length) return written
  const whole = joined.map(({ start, end }) => text.slice(start, end)).join(' ')
  return { spans: joined, quote: whole, became: became ?? 'joined' }
}

function isLawful(text: string, spans: readonly Span[]): boolean {
  return spans.every(({ start, end }, index) => {
    const before = spans[index - 1]?.end ?? 0
    return before <= start && start < end && end <= text.length
  })
}

function hasFragments(text: string, spans: readonly Span[], fragments: readonly Span[]): boolean {
  const own = fragmentsOf(text, spans)
  const at = spans[0]?.start ?? 0
  return own.length === 0
    ? sameSpans(fragments, [{ start: at, end: at }])
    : sameSpans(own, fragments)
}
