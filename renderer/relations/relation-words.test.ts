import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { annotationAt } from './annotation.fixture.ts'
import { readFrom, relationSentence } from './relation-words.ts'

test('a relation reads as a sentence', () => {
  const from = annotationAt('a', 'denial', 0, 10, { quote: 'That is false' })
  const to = annotationAt('b', 'claim', 0, 10, { quote: 'The bridge\nis safe' })
  expect(relationSentence(defaultLabels, 'denies', from, to)).toBe(
    'Denial “That is false” denies claim “The bridge is safe”.',
  )
})

test('from the other end it is turned round', () => {
  expect(readFrom('denies', 'to')).toBe('is denied by')
  expect(readFrom('cites', 'to')).toBe('… cites this')
  expect(readFrom('cites', 'from')).toBe('cites')
})
