import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { assignArcLanes, type Stretch } from './arc-lanes.ts'

const stretches: fc.Arbitrary<readonly Stretch[]> = fc
  .array(fc.tuple(fc.nat(300), fc.nat(120)), { maxLength: 40 })
  .map((pairs) =>
    pairs.map(([start, length], rank) => ({ id: `arc ${rank}`, start, end: start + length })),
  )

test('of arcs that share a place the longer one runs outside', () => {
  fc.assert(
    fc.property(stretches, (arcs) => {
      const lanes = assignArcLanes(arcs)
      const laneOf = ({ id }: Stretch): number => lanes.get(id) ?? -1
      const pairs = arcs.flatMap((one) => arcs.map((other) => [one, other] as const))
      const faulty = pairs.filter(([one, other]) => {
        const meet = one !== other && one.start <= other.end && other.start <= one.end
        const shorter = one.end - one.start < other.end - other.start
        return meet && (laneOf(one) === laneOf(other) || (shorter && laneOf(one) > laneOf(other)))
      })
      expect(faulty).toEqual([])
    }),
  )
})

test('the order in which arcs are given changes nothing', () => {
  fc.assert(
    fc.property(stretches, (arcs) => {
      expect(assignArcLanes(arcs.toReversed())).toEqual(assignArcLanes(arcs))
    }),
  )
})

test('arcs that share no place are all next to the text', () => {
  const arcs = [10, 40, 70].map((start) => ({ id: String(start), start, end: start + 20 }))
  expect([...assignArcLanes(arcs).values()]).toEqual([0, 0, 0])
})
