import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { breachOf } from '../../shared/model/annotation.ts'
import { arbitrarySpannedText } from '../../shared/model/arbitrary-change.ts'
import { quoteOf, spansSchema, type Spans } from '../../shared/text/span.ts'
import { moveEdge } from './boundaries.ts'

test('wherever an edge is moved, the spans stay lawful and the other edge stays put', () => {
  fc.assert(
    fc.property(
      arbitrarySpannedText,
      fc.constantFrom('start', 'end'),
      fc.nat({ max: 60 }),
      ({ text, spans }, edge, offset) => {
        const moved = moveEdge(text, spans, edge, Math.min(offset, text.length))
        expect(spansSchema.safeParse(moved).success).toBe(true)
        expect(breachOf(text, moved, quoteOf(text, moved))).toBeNull()
        expect(moved).toHaveLength(spans.length)
        const other = (list: Spans) => (edge === 'start' ? list.at(-1)?.end : list[0]?.start)
        expect(other(moved)).toBe(other(spans))
      },
    ),
  )
})

test('an edge cannot be moved past the other edge of its span', () => {
  const text = 'one two three'
  expect(moveEdge(text, [{ start: 4, end: 7 }], 'start', 12)).toEqual([{ start: 6, end: 7 }])
  expect(moveEdge(text, [{ start: 4, end: 7 }], 'end', 0)).toEqual([{ start: 4, end: 5 }])
})
