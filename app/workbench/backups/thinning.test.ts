import { assert, integer, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'

import { surplusCopies } from './thinning.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What is left of a copy every `step` ms for `span` ms, oldest first, as ages in ms. */
function agesAfter(step: number, span: number, keep: number): readonly number[] {
  let kept: readonly number[] = []
  for (let at = 0; at <= span; at += step) {
    const surplus = new Set(surplusCopies([...kept, at], keep))
    kept = [...kept, at].filter((time) => !surplus.has(time))
  }
  return kept.map((time) => span - time)
}

test('ten copies reach from the last minutes over hours and days to the first', () => {
  const ages = agesAfter(10 * minute, 60 * day, 10)
  expect(ages).toHaveLength(10)
  expect(ages[0]).toBe(60 * day)
  expect(ages.at(-1)).toBe(0)
  const within = (least: number, most: number) => ages.filter((age) => age > least && age <= most)
  expect(within(0, 2 * hour).length).toBeGreaterThanOrEqual(2)
  expect(within(2 * hour, day).length).toBeGreaterThanOrEqual(1)
  expect(within(day, 14 * day).length).toBeGreaterThanOrEqual(1)
})

test('what goes is never the newest, and as many stay as are wanted', () => {
  const times = uniqueArray(integer({ min: 0, max: 400 * day }), { minLength: 1 })
  assert(
    property(times, integer({ min: 1, max: 50 }), (some, keep) => {
      const surplus = surplusCopies(some, keep)
      expect(surplus).toHaveLength(Math.max(0, some.length - keep))
      expect(new Set(surplus).size).toBe(surplus.length)
      expect(surplus).not.toContain(Math.max(...some))
      expect(keep > 1 && surplus.includes(Math.min(...some))).toBe(false)
      expect(some).toEqual(expect.arrayContaining([...surplus]))
    }),
  )
})
