import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Graphemes are extended grapheme clusters (Unicode UAX #29) as `Intl.Segmenter` finds them. None crosses a line
 * feed (rules GB4 and GB5), so only the line around an offset is ever segmented. All offsets are UTF-16 code units.
 */
function graphemeAround(text: string, offset: number): Span {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const nextFeed = text.indexOf('\n', offset)
  const lineEnd = nextFeed === -1 ? text.length : nextFeed
  const line = text.slice(lineStart, lineEnd)
  const segment = segmenter.segment(line).containing(offset - lineStart)
  if (segment === undefined) return { start: offset, end: Math.min(offset + 1, text.length) }
  const start = lineStart + segment.index
  return { start, end: start + segment.segment.length }
}

/** Whether a caret may stand at `offset` without splitting a grapheme. Both ends of the text are boundaries. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length
  return graphemeAround(text, offset).start === offset
}

/** The nearest boundary at or before `offset`. */
export function graphemeFloor(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : graphemeAround(text, offset).start
}

/** The nearest boundary at or after `offset`. */
export function graphemeCeiling(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : graphemeAround(text, offset).end
}

/** The boundary one grapheme before `offset`; 0 at the start of the text. */
export function previousGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : graphemeAround(text, offset - 1).start
}

/** The boundary one grapheme after `offset`; the length of the text at its end. */
export function nextGrapheme(text: string, offset: number): number {
  return offset >= text.length ? text.length : graphemeAround(text, offset).end
}
