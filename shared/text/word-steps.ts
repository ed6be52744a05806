import { isGraphemeBoundary } from './grapheme.ts'
import { lineAround } from './paragraphs.ts'
import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** UTF-16 code units on either side within which the next word is looked for: more than any word takes. */
const reach = 400

/**
 * The edge of a word (its start or its end) that lies nearest before or after `offset`; the end of the text where there
 * is none. All in UTF-16 code units; never inside a grapheme.
 */
export function stepWord(
  text: string,
  offset: number,
  direction: 'back' | 'forward',
  edge: 'start' | 'end',
): number {
  const edges = wordsAround(text, offset).map((word) => word[edge])
  return direction === 'back'
    ? (edges.findLast((place) => place < offset) ?? 0)
    : (edges.find((place) => place > offset) ?? text.length)
}

function wordsAround(text: string, offset: number): readonly Span[] {
  // No word goes past a line feed, so that cutting there leaves words whole.
  const from = lineAround(text, Math.max(offset - reach, 0)).start
  const to = lineAround(text, Math.min(offset + reach, text.length)).end
  return Array.from(segmenter.segment(text.slice(from, to)))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
    .filter(({ start, end }) => isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end))
}
