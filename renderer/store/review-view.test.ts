import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitrarySuggestion } from '../../shared/model/arbitrary-change.ts'
import { plainReviewView, viewSuggestions } from './review-view.ts'

const suggestions = fc.array(arbitrarySuggestion, { maxLength: 12 })

test('without filters the list is the one given', () => {
  fc.assert(
    fc.property(suggestions, (given) => {
      expect(viewSuggestions(given, plainReviewView)).toBe(given)
    }),
  )
})

test('each filter lets through exactly what has it, in the same order', () => {
  fc.assert(
    fc.property(suggestions, arbitrarySuggestion, (given, model) => {
      const all = [...given, model]
      const { reason, label } = model
      expect(viewSuggestions(all, { ...plainReviewView, reason })).toEqual(
        all.filter((one) => one.reason === reason),
      )
      expect(viewSuggestions(all, { ...plainReviewView, label })).toEqual(
        all.filter((one) => one.label === label),
      )
      expect(viewSuggestions(all, { ...plainReviewView, score: 0 })).toEqual(
        all.filter((one) => one.score !== null),
      )
      expect(viewSuggestions(all, { reason, label, score: model.score })).toContain(model)
    }),
  )
})
