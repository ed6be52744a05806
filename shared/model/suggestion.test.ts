import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { breachOf } from './annotation.ts'
import { arbitrarySpannedText, arbitrarySuggestion } from './arbitrary-change.ts'
import { acceptedAt, compareSuggestions, suggestionSchema } from './suggestion.ts'

test('what becomes of a suggestion slices to its quote, at whatever place', () => {
  fc.assert(
    fc.property(arbitrarySuggestion, arbitrarySpannedText, (suggestion, { text, spans }) => {
      const annotation = acceptedAt(suggestion, text, spans, '2026-01-01T00:00:00.000Z')
      expect(breachOf(text, annotation.spans, annotation.quote)).toBeNull()
      expect(annotation.id).toBe(suggestion.id)
    }),
  )
})

test('those with a place come first, in the order of the text; the order is total', () => {
  fc.assert(
    fc.property(fc.array(arbitrarySuggestion, { maxLength: 6 }), (suggestions) => {
      const sorted = suggestions.toSorted(compareSuggestions)
      expect(suggestions.toReversed().toSorted(compareSuggestions)).toEqual(sorted)
      const starts = sorted.map(({ proposal }) => proposal?.[0]?.start ?? Infinity)
      expect(starts).toEqual(starts.toSorted((one, other) => one - other || 0))
    }),
  )
})

test('a suggestion is what its schema says', () => {
  fc.assert(
    fc.property(arbitrarySuggestion, (suggestion) => {
      expect(suggestionSchema.parse(suggestion)).toEqual(suggestion)
    }),
  )
})
