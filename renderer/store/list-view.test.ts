import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryAnnotation } from '../../shared/model/arbitrary-change.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { annotationAt } from '../relations/annotation.fixture.ts'
import { isFiltered, noSpeaker, plainListView, viewAnnotations } from './list-view.ts'

const mayor: Speaker = {
  id: '01900000-0000-7000-8000-0000000000aa',
  name: 'Ana Müller',
  aliases: ['The mayor'],
  role: null,
  organisation: null,
  anonymous: false,
}
const registers = { labels: defaultLabels, speakers: [mayor] }
const annotations = fc.array(arbitraryAnnotation, { maxLength: 20 })

test('without filters, in order of place, the list is the one given', () => {
  fc.assert(
    fc.property(annotations, (given) => {
      expect(viewAnnotations(given, plainListView, registers)).toBe(given)
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
        const shown = viewAnnotations(given, { ...plainListView, ...view }, registers)
        expect(shown).toEqual(given.filter(has))
      }
      const newest = viewAnnotations(given, { ...plainListView, order: 'newest' }, registers)
      expect(new Set(newest)).toEqual(new Set(given))
      const times = newest.map(({ createdAt }) => createdAt)
      expect(times).toEqual(times.toSorted().toReversed())
    }),
  )
})

test('an attribute called as what every object has is had by nobody who was not asked it', () => {
  const plain = annotationAt('one', 'claim', 0, 4)
  const filter = { ...plainListView, attribute: { id: 'toString', value: null } }
  expect(viewAnnotations([plain], filter, registers)).toEqual([])
})

test('an order is no filter', () => {
  expect(isFiltered({ ...plainListView, order: 'changed' })).toBe(false)
  expect(isFiltered({ ...plainListView, incomplete: true })).toBe(true)
})

test('words are looked for in quote, note and all names of the speakers, whatever their case and accents', () => {
  const given = [
    annotationAt('one', 'claim', 0, 10, {
      quote: 'The old Bridge is safe',
      attribution: [mayor.id],
    }),
    annotationAt('two', 'quote', 20, 10, { quote: 'It is safe', note: 'Check the café' }),
    annotationAt('three', 'claim', 40, 10, { quote: 'Two cables are broken' }),
  ]
  const found = (query: string) =>
    viewAnnotations(given, { ...plainListView, query }, registers).map(({ id }) => id)
  expect(found('safe')).toEqual(['one', 'two'])
  expect(found('  bridge  MULLER ')).toEqual(['one'])
  expect(found('mayor')).toEqual(['one'])
  expect(found('safe cafe')).toEqual(['two'])
  expect(found('mayor cables')).toEqual([])
  expect(found('  ')).toEqual(['one', 'two', 'three'])
  expect(isFiltered({ ...plainListView, query: ' ' })).toBe(false)
})
