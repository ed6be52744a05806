import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { annotationAt } from '../relations/annotation.fixture.ts'
import { plainListView, viewAnnotations } from '../store/list-view.ts'
import { annotationBeside } from './navigation.ts'

const annotations = [
  annotationAt('one', 'claim', 0),
  annotationAt('two', 'quote', 20),
  annotationAt('three', 'claim', 40),
  annotationAt('four', 'quote', 60),
]
const registers = { labels: defaultLabels, speakers: [] }
const quotes = viewAnnotations(annotations, { ...plainListView, label: 'quote' }, registers)

test('from the current annotation one goes to its neighbours, and nowhere past the ends', () => {
  const beside = (id: string, direction: 'next' | 'previous') =>
    annotationBeside(annotations, id, 0, direction)?.id
  expect([beside('two', 'next'), beside('two', 'previous')]).toEqual(['three', 'one'])
  expect([beside('four', 'next'), beside('one', 'previous')]).toEqual([undefined, undefined])
})

test('what the filters of the list keep back is passed over, from the caret where that stands in it', () => {
  const beside = (id: string | null, caret: number, direction: 'next' | 'previous') =>
    annotationBeside(quotes, id, caret, direction)?.id
  expect([beside('two', 20, 'next'), beside('four', 60, 'previous')]).toEqual(['four', 'two'])
  expect([beside('three', 40, 'next'), beside('three', 40, 'previous')]).toEqual(['four', 'two'])
  expect([beside(null, 61, 'next'), beside(null, 5, 'previous')]).toEqual([undefined, undefined])
})
