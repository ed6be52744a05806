import { countLeading } from '../text/binary-search.ts'
import { quotationsOf } from '../text/quotations.ts'
import type { Selection } from '../text/selection.ts'
import type { Span } from '../text/span.ts'
import type { Annotation } from './annotation.ts'

/**
 * The nearest quotation, with its marks, after or before a selection whose words no annotation covers; `null` where
 * there is none. Offsets are UTF-16 code units.
 */
export function untaggedQuotation(
  text: string,
  annotations: readonly Pick<Annotation, 'spans'>[],
  { anchor, focus }: Selection,
  direction: 'next' | 'previous',
): Span | null {
  const selected = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
  const isCovered = coverageOf(annotations.flatMap(({ spans }) => spans))
  const quotations = quotationsOf(text)
  const isWanted = ({ outer, inner }: (typeof quotations)[number]): boolean =>
    (direction === 'next' ? follows(outer, selected) : precedes(outer, selected)) &&
    !isCovered(inner)
  const found = direction === 'next' ? quotations.find(isWanted) : quotations.findLast(isWanted)
  return found?.outer ?? null
}

/** Tells of any span whether one of these holds the whole of it. */
function coverageOf(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = spans.toSorted((one, other) => one.start - other.start)
  let furthest = 0
  const reach = ordered.map(({ end }) => (furthest = Math.max(furthest, end)))
  return ({ start, end }) => {
    const before = countLeading(ordered.length, (rank) => (ordered[rank]?.start ?? 0) <= start)
    return (reach[before - 1] ?? 0) >= end
  }
}

/** In reading order, where what encloses comes first. A caret comes before the quotation that begins there. */
function follows(outer: Span, { start, end }: Span): boolean {
  return outer.start > start || (outer.start === start && (end === start || outer.end < end))
}

function precedes(outer: Span, { start, end }: Span): boolean {
  return outer.start < start || (outer.start === start && end !== start && outer.end > end)
}
