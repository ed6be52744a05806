import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryString } from '../../../shared/text/arbitrary-text.ts'
import { shinglesOf, similarityOf } from './shingles.ts'

test('case and what stands between words do not count', () => {
  const one = shinglesOf('The mayor said the old bridge is safe.')
  expect(shinglesOf('the MAYOR said\n\n“the old, bridge” is safe')).toEqual(one)
  expect(one).toHaveLength(4)
})

test('a text of few words is one shingle, one without words has none', () => {
  expect(shinglesOf('It rained.')).toHaveLength(1)
  expect(shinglesOf('… — 👩‍🚀')).toHaveLength(0)
  expect(similarityOf(shinglesOf('…'), shinglesOf('…'))).toBe(0)
})

test('a script without spaces is compared by its characters', () => {
  const one = shinglesOf('市長は橋は安全だと述べた。')
  const other = shinglesOf('市長は橋は危険だと述べた。')
  expect(one).toHaveLength(8)
  expect(similarityOf(one, other)).toBeGreaterThan(0)
  expect(similarityOf(one, other)).toBeLessThan(1)
})

test('similarity is the share that both have of all that either has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 })), fc.array(fc.nat({ max: 40 })), (one, other) => {
      const [first, second] = [new Set(one), new Set(other)]
      const all = new Set([...one, ...other]).size
      const sorted = (numbers: ReadonlySet<number>) => Uint32Array.from(numbers).toSorted()
      expect(similarityOf(sorted(first), sorted(second))).toBe(
        all === 0 ? 0 : [...first].filter((number) => second.has(number)).length / all,
      )
    }),
  )
})

test('any text has shingles that ascend, each once', () => {
  fc.assert(
    fc.property(arbitraryString, (text) => {
      const shingles = shinglesOf(text)
      expect([...shingles]).toEqual([...new Set(shingles)].toSorted((one, other) => one - other))
    }),
  )
})
