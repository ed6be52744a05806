import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { arbitraryText } from '../../shared/text/arbitrary-text.ts'
import { isGraphemeBoundary } from '../../shared/text/grapheme.ts'
import { annotationAt } from './annotation.fixture.ts'
import { excerptOf, readFrom, relationSentence } from './relation-words.ts'

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

test('an excerpt is a beginning of the quote on one line, cut between graphemes', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const line = text.replaceAll(/\s+/gu, ' ')
      const excerpt = excerptOf(text)
      const begun = excerpt.endsWith('…') && excerpt !== line ? excerpt.slice(0, -1) : excerpt
      expect(line.startsWith(begun)).toBe(true)
      expect(begun.length).toBeLessThanOrEqual(Math.max(60, begun === line ? line.length : 0))
      expect(isGraphemeBoundary(line, begun.length)).toBe(true)
    }),
  )
})
