import { segmenterFor } from '../../../shared/text/segmenter.ts'
import type { Span } from '../../../shared/text/span.ts'

/**
 * All of a text as words, punctuation marks and white space, one after another without a gap, in UTF-16 code units. A
 * token is cut wherever one of `cuts` lies in it, so that a span whose edges are cuts is made of whole tokens.
 */
export function* tokensOf(
  text: string,
  language: string | null,
  cuts: Iterable<number>,
): Generator<Span> {
  const edges = [...new Set(cuts)].toSorted((one, other) => one - other)
  const segmenter = segmenterFor(language, 'word')
  let next = 0
  for (const line of linesIn(text)) {
    for (const { index, segment } of segmenter.segment(text.slice(line.start, line.end))) {
      const end = line.start + index + segment.length
      let start = line.start + index
      while ((edges[next] ?? end) < end) {
        const edge = edges[next] ?? end
        if (edge > start) {
          yield { start, end: edge }
          start = edge
        }
        next += 1
      }
      yield { start, end }
    }
  }
}

/** A line at a time, its feed with it: no word reaches over one, and a segmenter is slow to start on a long text. */
function* linesIn(text: string): Generator<Span> {
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed + 1
    yield { start, end }
    start = end
  }
}
