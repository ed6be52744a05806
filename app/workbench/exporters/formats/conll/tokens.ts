import { countLeading } from '../../../../../shared/text/binary-search.ts'
import { segmenterFor } from '../../../../../shared/text/segmenter.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import { gapCharacters, gapToken } from './gaps.ts'

/** A stretch of the text, and what stands for it in its line: itself, but for white space. */
export type Token = Span & { readonly form: string }

const hasGap = new RegExp(`[${gapCharacters}]`)
const outsideGaps = new RegExp(`[^${gapCharacters}]+`, 'g')

/**
 * The words and signs of a text in order, in UTF-16 code units. Words are those of UAX #29 in the document’s language, cut
 * once more where one of `spans` begins or ends, so that each span is some tokens whole. White space is left out, but
 * where a span begins or ends in it: that run becomes a token for each character.
 */
export function* tokensOf(
  text: string,
  spans: readonly Span[],
  language: string | null,
): Generator<Token> {
  const starts = ascending(spans.map(({ start }) => start))
  const ends = ascending(spans.map(({ end }) => end))
  const cuts = ascending([...starts, ...ends])
  let cut = 0

  for (const { start: from, end: to, isGap } of piecesOf(text, language)) {
    if (isGap) {
      if (!hasBetween(starts, from, to) && !hasBetween(ends, from + 1, to + 1)) continue
      for (let at = from; at < to; at += 1) {
        yield { start: at, end: at + 1, form: gapToken(text.charAt(at)) }
      }
      continue
    }
    let start = from
    for (let edge = cuts[cut]; edge !== undefined && edge < to; edge = cuts[cut]) {
      cut += 1
      if (edge <= start) continue
      yield { start, end: edge, form: text.slice(start, edge) }
      start = edge
    }
    yield { start, end: to, form: text.slice(start, to) }
  }
}

type Piece = Span & { readonly isGap: boolean }

/** Words and signs, and the runs between them. The text is gone through once: a segmenter for each run would take long. */
function* piecesOf(text: string, language: string | null): Generator<Piece> {
  let end = 0
  for (const { segment, index } of segmenterFor(language, 'word').segment(text)) {
    // A combining mark makes one segment with the white space before it.
    const words = hasGap.test(segment) ? segment.matchAll(outsideGaps) : [{ 0: segment, index: 0 }]
    for (const { 0: word, index: at } of words) {
      const start = index + at
      if (start > end) yield { start: end, end: start, isGap: true }
      end = start + word.length
      yield { start, end, isGap: false }
    }
  }
  if (end < text.length) yield { start: end, end: text.length, isGap: true }
}

function ascending(offsets: readonly number[]): readonly number[] {
  return [...new Set(offsets)].toSorted((one, other) => one - other)
}

function countBelow(offsets: readonly number[], offset: number): number {
  return countLeading(offsets.length, (rank) => (offsets[rank] ?? 0) < offset)
}

/** Whether one of the offsets is in `[from, to)`. */
function hasBetween(offsets: readonly number[], from: number, to: number): boolean {
  return (offsets[countBelow(offsets, from)] ?? to) < to
}
