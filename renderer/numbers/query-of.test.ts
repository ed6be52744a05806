import { expect, test } from 'vitest'

import { plainCountFilter } from './count-filter.ts'
import { queryOf } from './query-of.ts'

const name = (id: string): string => ({ kim: 'Kim', lee: 'Ms “Lee” "O\\Neill"' })[id] ?? id

test('a query has a facet for everything that is counted', () => {
  expect(queryOf(plainCountFilter, name)).toBe('')
  const filter = {
    ...plainCountFilter,
    labels: ['denial', 'press-release'],
    speakers: ['kim'],
    sources: ['KCNA', 'The Orvik Courier'],
    dates: ['2024-05'],
    annotators: ['Ada'],
  }
  expect(queryOf(filter, name)).toBe(
    'label:denial label:press-release speaker:Kim source:KCNA source:"The Orvik Courier" date:2024-05 annotator:Ada',
  )
})

test('quotation marks and backslashes of a value stay its own', () => {
  expect(queryOf({ ...plainCountFilter, speakers: ['lee'] }, name)).toBe(
    String.raw`speaker:"Ms \“Lee\” \"O\\Neill\""`,
  )
  expect(queryOf({ ...plainCountFilter, annotators: [''] }, name)).toBe('annotator:""')
  expect(queryOf({ ...plainCountFilter, sources: ['a:b'] }, name)).toBe('source:a:b')
})

test('a pair asks for what the one denies of the other', () => {
  const filter = { ...plainCountFilter, denials: [{ from: 'kim', to: 'ada' }] }
  expect(queryOf(filter, name)).toBe('denies:"Kim > ada"')
})
