import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryText } from '../../../shared/text/arbitrary-text.ts'
import { indexCodePoints } from '../../../shared/text/code-points.ts'
import { offsetUnitOf } from './offset-unit.ts'

const about = { place: 'line 1', tool: 'The tool' }
const at = (start: number, end: number, quote: string | null = null) => ({
  spans: [{ start, end }],
  quote,
})

test('without characters outside the Basic Multilingual Plane there is nothing to tell', () => {
  expect(offsetUnitOf('éa word', [at(3, 900)], about)).toEqual({ unit: 'codePoint', changed: [] })
})

test('quoted texts prove the unit', () => {
  const text = '😀 one 😀 two'
  expect(offsetUnitOf(text, [at(2, 5, 'one'), at(8, 11, 'two')], about).unit).toBe('codePoint')
  const utf16 = offsetUnitOf(text, [at(3, 6, 'one'), at(10, 13, 'two')], about)
  expect(utf16.unit).toBe('utf16')
  expect(utf16.changed).toHaveLength(1)
  // One that fits neither leaves the others as they are.
  expect(offsetUnitOf(text, [at(3, 6, 'one'), at(0, 1, 'gone')], about).unit).toBe('codePoint')
})

test('without quotes, offsets past the end in code points are no code points', () => {
  const text = '😀 one 😀 two'
  expect(offsetUnitOf(text, [at(3, 6), at(10, 13)], about).unit).toBe('utf16')
  expect(offsetUnitOf(text, [at(3, 6), at(10, 14)], about).unit).toBe('codePoint')
})

test('where nothing proves the unit, it is said which was taken', () => {
  const unproved = offsetUnitOf('😀 one 😀 two', [at(2, 5)], about)
  expect(unproved.unit).toBe('codePoint')
  expect(unproved.changed.map(({ place }) => place)).toEqual(['line 1'])
  expect(offsetUnitOf('one 😀', [at(0, 3)], about).changed).toEqual([])
})

test('offsets in code points with their texts are never taken for anything else', () => {
  fc.assert(
    fc.property(arbitraryText, fc.array(fc.tuple(fc.nat(), fc.nat())), (text, pairs) => {
      const index = indexCodePoints(text)
      const quoted = pairs.map(([one, other]) => {
        const [start, end] = [one, other]
          .map((offset) => offset % (index.length + 1))
          .toSorted((first, second) => first - second)
        return at(
          start ?? 0,
          end ?? 0,
          text.slice(index.toUtf16(start ?? 0), index.toUtf16(end ?? 0)),
        )
      })
      const read = offsetUnitOf(text, quoted, about)
      expect(read.unit).toBe('codePoint')
      expect(quoted.length === 0 || read.changed.length === 0).toBe(true)
    }),
  )
})
