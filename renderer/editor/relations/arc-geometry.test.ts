import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arcShape, laneDepths, stubShape, type Margin } from './arc-geometry.ts'

const margin: fc.Arbitrary<Margin> = fc.record({
  edge: fc.integer({ min: 100, max: 400 }),
  outward: fc.constantFrom(-1 as const, 1 as const),
  room: fc.integer({ min: 0, max: 300 }),
})

test('lanes stay within the margin and go outwards', () => {
  fc.assert(
    fc.property(margin, fc.integer({ min: 0, max: 500 }), (given, lanes) => {
      const depths = laneDepths(given, lanes)
      expect(depths.length).toBeLessThanOrEqual(lanes)
      expect(Math.max(0, ...depths)).toBeLessThanOrEqual(given.room)
      expect(depths).toEqual([...new Set(depths)].toSorted((one, other) => one - other))
    }),
  )
})

test('a margin that is too narrow holds nothing', () => {
  expect(laneDepths({ edge: 10, outward: -1, room: 10 }, 3)).toEqual([])
})

test('an arc keeps to its side of the text', () => {
  fc.assert(
    fc.property(margin, fc.nat(2000), fc.nat(2000), (given, from, to) => {
      for (const depth of laneDepths(given, 5)) {
        const { line, arrow } = arcShape(given, depth, from, to, 'from')
        for (const x of abscissas(line + arrow)) {
          expect((x - given.edge) * given.outward).toBeGreaterThan(0)
          expect((x - given.edge) * given.outward).toBeLessThanOrEqual(given.room)
        }
      }
    }),
  )
})

test('a stub points at the text where the relation leads into it, and away from it otherwise', () => {
  const left: Margin = { edge: 100, outward: -1, room: 40 }
  expect(stubShape(left, 50, 'to').arrow).toMatch(/^M96 /)
  expect(stubShape(left, 50, 'from').arrow).toMatch(/^M82 /)
})

/** Every x of a path made of M, L, H, Q and V. */
function abscissas(path: string): readonly number[] {
  return [...path.matchAll(/([MLHQ])([^A-Z]*)/g)].flatMap(([, letter, numbers]) => {
    const values = (numbers ?? '').trim().split(/\s+/).map(Number)
    return letter === 'H' ? values : values.filter((_, rank) => rank % 2 === 0)
  })
}
