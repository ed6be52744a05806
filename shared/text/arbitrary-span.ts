import * as fc from 'fast-check'

import { spanOfSelection } from './selection.ts'
import type { Spans } from './span.ts'

/** Any lawful spans, of a text that need not exist: all lie below offset 200. */
export const arbitrarySpans: fc.Arbitrary<Spans> = fc
  .uniqueArray(fc.nat({ max: 199 }), { minLength: 2, maxLength: 8 })
  .map((edges) => pairsOf(edges.toSorted((one, other) => one - other)))

/** Any spans that a person could select in `text`; `null` where it holds nothing but white space. */
export function arbitrarySpansIn(text: string): fc.Arbitrary<Spans | null> {
  const offset = fc.nat({ max: text.length })
  return fc.uniqueArray(offset, { minLength: 2, maxLength: 6 }).map((edges) => {
    const spans = pairsOf(edges.toSorted((one, other) => one - other))
      .map(({ start, end }) => spanOfSelection(text, { anchor: start, focus: end }))
      .filter((span) => span !== null)
    const apart = spans.filter((span, at) => at === 0 || (spans[at - 1]?.end ?? 0) <= span.start)
    return apart.length === 0 ? null : apart
  })
}

function pairsOf(edges: readonly number[]): Spans {
  return edges.flatMap((start, at) => {
    const end = edges[at + 1]
    return at % 2 === 0 && end !== undefined ? [{ start, end }] : []
  })
}
