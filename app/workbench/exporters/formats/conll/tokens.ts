import { countLeading } from '../../../../../shared/text/binary-search.ts'
import { segmenterFor } from '../../../../../shared/text/segmenter.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import { gapCharacters, gapToken } from './gaps.ts'

/** A stretch of the text, and what stands for it in its line: itself, but for white space. */
export type Token = Span & { readonly form: string }

const runs = new RegExp(`([${gapCharacters}]+)|[^${gapCharacters}]+`, 'g')

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
  const segmenter = segmenterFor(language, 'word')
  const starts = ascending(spans.map(({ start }) => start))
  const ends = ascending(spans.map(({ end }) => end))
  const edges = ascending([...starts, ...ends])

  for (const { 0: run, 1: gap, index: from } of text.matchAll(runs)) {
    const to = from + run.length
    if (gap === undefined) {
      const cuts = edges.slice(countBelow(edges, from + 1), countBelow(edges, to))
      yield* words(text, from, segmenter.segment(run), cuts)
    } else if (hasBetween(starts, from, to) || hasBetween(ends, from + 1, to + 1)) {
      for (let at = from; at < to; at += 1) {
        yield { start: at, end: at + 1, form: gapToken(text.charAt(at)) }
      }
    }
  }
}

function* words(
  text: string,
  from: number,
  segments: Intl.Segments,
  cuts: readonly number[],
): Generator<Token> {
  let next = 0
  for (const { segment, index } of segments) {
    const end = from + index + segment.length
    let start = from + index
    for (let cut = cuts[next]; cut !== undefined && cut < end; cut = cuts[next]) {
      next += 1
      if (cut > start) yield { start, end: cut, form: text.slice(start, cut) }
      start = cut
    }
    yield { start, end, form: text.slice(start, end) }
  }
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
