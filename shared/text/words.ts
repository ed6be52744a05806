import { lineAround } from './paragraphs.ts'
import { segmenterFor } from './segmenter.ts'
import { spanOfSelection } from './selection.ts'
import type { Span } from './span.ts'

/**
 * The word that holds the character after a caret, else the one before it; `null` where neither is part of a word.
 * Offsets are UTF-16 code units.
 */
export function wordAround(text: string, offset: number, language: string | null): Span | null {
  const line = lineAround(text, offset)
  const segments = segmenterFor(language, 'word').segment(text.slice(line.start, line.end))
  const at = offset - line.start
  const word = [at, at - 1]
    .map((place) => segments.containing(place))
    .find((segment) => segment?.isWordLike)
  if (word === undefined) return null
  const start = line.start + word.index
  return spanOfSelection(text, { anchor: start, focus: start + word.segment.length })
}
