import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitrarySpans } from '../../shared/text/arbitrary-span.ts'
import { extentOf } from '../../shared/text/span.ts'
import { annotationAt } from './annotation.fixture.ts'
import { createMatcher, distanceBetween, inOrderOfRule, nearestFirst } from './target-candidates.ts'

test('what is nearest in the text comes first, before or after', () => {
  const source = annotationAt('source', 'denial', 100)
  const others = [0, 60, 115, 300].map((start) => annotationAt(String(start), 'claim', start))
  expect(nearestFirst(others, source).map(({ id }) => id)).toEqual(['115', '60', '0', '300'])
})

test('the order is by distance, and of equally near ones as in the text', () => {
  const list = fc.array(arbitrarySpans, { maxLength: 12 })
  fc.assert(
    fc.property(arbitrarySpans, list, (here, all) => {
      const source = annotationAt('source', 'claim', 0, 1, { spans: here })
      const given = all.map((spans, rank) => annotationAt(String(rank), 'claim', 0, 1, { spans }))
      const sorted = nearestFirst(given, source)
      const keys = sorted.map(({ id, spans }) => [
        distanceBetween(extentOf(here), extentOf(spans)),
        Number(id),
      ])
      expect(keys).toEqual(keys.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
      expect(new Set(sorted)).toEqual(new Set(given))
    }),
  )
})

test('what the rule names first comes first, the nearest of each label before the others', () => {
  const source = annotationAt('source', 'denial', 100)
  const others = [
    annotationAt('quote near', 'quote', 111),
    annotationAt('claim near', 'claim', 120),
    annotationAt('claim far', 'claim', 300),
  ]
  const nearest = nearestFirst(others, source)
  const ids = (labels: readonly string[]): readonly string[] =>
    inOrderOfRule(nearest, labels).map(({ id }) => id)
  expect(ids(['claim', 'quote'])).toEqual(['claim near', 'claim far', 'quote near'])
  expect(ids([])).toEqual(['quote near', 'claim near', 'claim far'])
})

test('all typed words must be there, in quote, label or speaker, whatever their case', () => {
  const annotation = annotationAt('one', 'claim', 0, 10, { quote: 'The Bridge is safe' })
  const matches = (typed: string): boolean =>
    createMatcher(typed, () => ['Claim', 'The mayor'])(annotation)
  expect(matches('bridge MAYOR')).toBe(true)
  expect(matches(' claim  safe ')).toBe(true)
  expect(matches('')).toBe(true)
  expect(matches('bridge ferry')).toBe(false)
})
