import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitrarySpans } from './arbitrary-span.ts'
import { compareSpans, extentOf, quoteOf, sameSpans, spansSchema, touches } from './span.ts'

describe('spansSchema', () => {
  it('takes ascending spans that do not overlap', () => {
    fc.assert(
      fc.property(arbitrarySpans, (spans) => {
        expect(spansSchema.parse(spans)).toEqual(spans)
      }),
    )
  })

  it.each([
    ['none', []],
    ['an empty one', [{ start: 3, end: 3 }]],
    ['a reversed one', [{ start: 4, end: 3 }]],
    ['a negative one', [{ start: -1, end: 3 }]],
    ['a fractional one', [{ start: 0.5, end: 3 }]],
    [
      'descending ones',
      [
        { start: 5, end: 6 },
        { start: 1, end: 2 },
      ],
    ],
    [
      'overlapping ones',
      [
        { start: 1, end: 4 },
        { start: 3, end: 6 },
      ],
    ],
    ['another unit beside', [{ start: 1, end: 4, unit: 'byte' }]],
  ])('refuses %s', (_, spans) => {
    expect(spansSchema.safeParse(spans).success).toBe(false)
  })
})

describe('quoteOf', () => {
  it('gives the text under one span, and joins pieces by one space', () => {
    const text = '“No,” he said, “never.”'
    expect(quoteOf(text, [{ start: 1, end: 4 }])).toBe('No,')
    expect(
      quoteOf(text, [
        { start: 1, end: 4 },
        { start: 16, end: 22 },
      ]),
    ).toBe('No, never.')
  })
})

describe('extentOf', () => {
  it('is the smallest stretch that holds every span', () => {
    fc.assert(
      fc.property(arbitrarySpans, (spans) => {
        expect(extentOf(spans)).toEqual({
          start: Math.min(...spans.map(({ start }) => start)),
          end: Math.max(...spans.map(({ end }) => end)),
        })
      }),
    )
  })
})

describe('sameSpans', () => {
  it('holds for equal spans only', () => {
    fc.assert(
      fc.property(arbitrarySpans, arbitrarySpans, (one, other) => {
        expect(sameSpans(one, structuredCopy(one))).toBe(true)
        expect(sameSpans(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
        expect(sameSpans(one, [...one, { start: 900, end: 901 }])).toBe(false)
      }),
    )
  })
})

describe('touches', () => {
  it('counts both edges of each span and nothing between spans', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 7, end: 8 },
    ]
    const touched = Array.from({ length: 10 }, (_, offset) => offset).filter((offset) =>
      touches(spans, offset),
    )
    expect(touched).toEqual([2, 3, 4, 7, 8])
  })
})

describe('compareSpans', () => {
  it('puts the earlier first, and what encloses before what it encloses', () => {
    const inner = [{ start: 3, end: 5 }]
    const outer = [{ start: 3, end: 9 }]
    const later = [{ start: 4, end: 20 }]
    expect([later, inner, outer].toSorted(compareSpans)).toEqual([outer, inner, later])
  })

  it('is an order: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(arbitrarySpans, arbitrarySpans, arbitrarySpans, (one, two, three) => {
        expect(Math.sign(compareSpans(one, two))).toBe(0 - Math.sign(compareSpans(two, one)))
        const [first = one, second = two, third = three] = [one, two, three].toSorted(compareSpans)
        expect(compareSpans(first, second)).toBeLessThanOrEqual(0)
        expect(compareSpans(second, third)).toBeLessThanOrEqual(0)
        expect(compareSpans(first, third)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

function structuredCopy(spans: readonly { start: number; end: number }[]) {
  return spans.map(({ start, end }) => ({ start, end }))
}
