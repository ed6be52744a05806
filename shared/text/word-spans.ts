import { countLeading } from './binary-search.ts'
import { segmenterFor } from './segmenter.ts'
import type { Span } from './span.ts'

/** Letters and digits, with marks, apostrophes and hyphens within. */
const spacedWord = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‑-](?=[\p{L}\p{N}]))*/gu

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The words of a text in order, for counting; spans are UTF-16 code units. A segmenter knows more of languages, but takes
 * thirty times as long: it is asked only where a script has no spaces.
 */
export function wordSpans(text: string, language: string | null): readonly Span[] {
  if (unspaced.test(text)) {
    return Array.from(segmenterFor(language, 'word').segment(text))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
  }
  return Array.from(text.matchAll(spacedWord), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
}

/**
 * The first and last of the words, by their places in the list, that a span has at least one code unit of; `null` where
 * it has none.
 */
export function wordsUnder(
  words: readonly Span[],
  { start, end }: Span,
): { readonly first: number; readonly last: number } | null {
  const first = countLeading(words.length, (place) => (words[place]?.end ?? 0) <= start)
  const last = countLeading(words.length, (place) => (words[place]?.start ?? end) < end) - 1
  return first > last ? null : { first, last }
}
