import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryAnnotation } from '../../shared/model/arbitrary-change.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { isFiltered, noSpeaker, plainListView, viewAnnotations } from './list-view.ts'

const annotations = fc.array(arbitraryAnnotation, { maxLength: 20 })

test('without filters, in order of place, the list is the one given', () => {
  fc.assert(
    fc.property(annotations, (given) => {
      expect(viewAnnotations(given, plainListView, defaultLabels)).toBe(given)
    }),
  )
})

test('a filter lets through exactly what has it, in the same order, and orders only reorder', () => {
  fc.assert(
    fc.property(annotations, fc.nat(), (given, pick) => {
      const model = given[pick % Math.max(given.length, 1)]
      fc.pre(model !== undefined)
      const [speaker] = model.attribution
      const [attribute] = Object.keys(model.attributes)
      const cases = [
        { view: { label: model.label }, has: (one: typeof model) => one.label === model.label },
        {
          view: { speaker: speaker ?? noSpeaker },
          has: (one: typeof model) =>
            speaker === undefined
              ? one.attribution.length === 0
              : one.attribution.includes(speaker),
        },
        {
          view: { attribute: attribute === undefined ? null : { id: attribute, value: null } },
          has: (one: typeof model) =>
            attribute === undefined || Object.hasOwn(one.attributes, attribute),
        },
        {
          view: { annotator: model.annotator },
          has: (one: typeof model) => one.annotator === model.annotator,
        },
        { view: { withNote: true }, has: (one: typeof model) => one.note !== null },
        {
          view: { incomplete: true },
          has: (one: typeof model) =>
            missingIn(
              one,
              defaultLabels.find(({ id }) => id === one.label),
            ).length > 0,
        },
      ]
      for (const { view, has } of cases) {
        const shown = viewAnnotations(given, { ...plainListView, ...view }, defaultLabels)
        expect(shown).toEqual(given.filter(has))
      }
      const newest = viewAnnotations(given, { ...plainListView, order: 'newest' }, defaultLabels)
      expect(new Set(newest)).toEqual(new Set(given))
      const times = newest.map(({ createdAt }) => createdAt)
      expect(times).toEqual(times.toSorted().toReversed())
    }),
  )
})

test('an order is no filter', () => {
  expect(isFiltered({ ...plainListView, order: 'changed' })).toBe(false)
  expect(isFiltered({ ...plainListView, incomplete: true })).toBe(true)
})
