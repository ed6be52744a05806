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

/** Scripts that write words without a space between them. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Number of words of a text, by Unicode's word boundaries where its script has no spaces between words. */
export function countWords(text: string): number {
  if (unspaced.test(text)) {
    let words = 0
    for (const segment of segmenterFor(null, 'word').segment(text))
      if (segment.isWordLike) words += 1
    return words
  }
  // Much faster than the segmenter, which thousands of articles of an import would wait for.
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0
}
