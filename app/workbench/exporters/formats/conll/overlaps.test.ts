import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { extentOf, type Span } from '../../../../../shared/text/span.ts'
import type { DatasetAnnotation } from '../../dataset.ts'
import { withoutOverlaps } from './overlaps.ts'

function annotation({ start, end }: Span, index: number): DatasetAnnotation {
  return {
    id: String(index),
    label: 'claim',
    spans: [{ start, end, startCodePoint: start, endCodePoint: end }],
    quote: '',
    prefix: '',
    suffix: '',
    speaker: null,
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Ada',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

const length = 60
const arbitraryAnnotations = fc
  .array(
    fc
      .tuple(fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, size]) => ({ start, end: Math.min(length, start + size) })),
    { maxLength: 12 },
  )
  .map((spans) => spans.map(annotation))

const overlap = (one: DatasetAnnotation, other: DatasetAnnotation) =>
  extentOf(one.spans).start < extentOf(other.spans).end &&
  extentOf(other.spans).start < extentOf(one.spans).end

const sizeOf = ({ spans }: DatasetAnnotation) => extentOf(spans).end - extentOf(spans).start

describe('withoutOverlaps', () => {
  it.each(['longest', 'first'] as const)(
    'keeps what does not overlap, and drops only what does (%s)',
    (policy) => {
      fc.assert(
        fc.property(arbitraryAnnotations, (all) => {
          const { kept, dropped } = withoutOverlaps(all, policy, length)
          expect(kept.length + dropped.length).toBe(all.length)
          kept.forEach((one, place) => {
            expect(kept.slice(place + 1).some((other) => overlap(one, other))).toBe(false)
          })
          for (const { annotation: gone, by } of dropped) {
            expect(by !== null && kept.includes(by) && overlap(gone, by)).toBe(true)
            const rivals = kept.filter((other) => overlap(gone, other))
            const atLeast = policy === 'longest' ? sizeOf(gone) : -extentOf(gone.spans).start
            const found = rivals.map((other) =>
              policy === 'longest' ? sizeOf(other) : -extentOf(other.spans).start,
            )
            expect(Math.max(...found)).toBeGreaterThanOrEqual(atLeast)
          }
        }),
      )
    },
  )

  it('chooses by length, and by place', () => {
    const all = [
      { start: 0, end: 4 },
      { start: 2, end: 10 },
      { start: 10, end: 12 },
      { start: 0, end: 2 },
    ].map(annotation)
    const idsOf = (policy: 'longest' | 'first') =>
      withoutOverlaps(all, policy, length).kept.map(({ id }) => id)
    expect(idsOf('longest')).toEqual(['3', '1', '2'])
    expect(idsOf('first')).toEqual(['0', '2'])
  })

  it.each(['longest', 'first'] as const)(
    'takes a hundred thousand that all overlap (%s)',
    (policy) => {
      const all = Array.from({ length: 100_000 }, (_, index) =>
        annotation({ start: index, end: 200_000 - index }, index),
      )
      const { kept, dropped } = withoutOverlaps(all, policy, 200_000)
      expect(kept.map(({ id }) => id)).toEqual(['0'])
      expect(dropped).toHaveLength(99_999)
    },
  )
})
