import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryText } from '../../../shared/text/arbitrary-text.ts'
import { tokensOf } from './tokens.ts'

test('words, marks and white space, one after another', () => {
  const text = 'He said: “no”.\nThen  left.'
  const words = [...tokensOf(text, 'en', [])].map(({ start, end }) => text.slice(start, end))
  expect(words.slice(0, 9)).toEqual(['He', ' ', 'said', ':', ' ', '“', 'no', '”', '.'])
  expect(words.join('')).toBe(text)
})

test('tokens cover the text without a gap, and are cut at every edge', () => {
  fc.assert(
    fc.property(arbitraryText, fc.array(fc.nat()), (text, numbers) => {
      const cuts = numbers.map((number) => number % (text.length + 1))
      const tokens = [...tokensOf(text, null, cuts)]
      const edges = new Set([0, ...tokens.map(({ end }) => end)])
      expect(tokens.every(({ start, end }) => start < end)).toBe(true)
      expect(tokens.map(({ start }) => start)).toEqual([
        ...(text === '' ? [] : [0]),
        ...tokens.slice(0, -1).map(({ end }) => end),
      ])
      expect(tokens.at(-1)?.end ?? 0).toBe(text.length)
      expect(cuts.filter((cut) => !edges.has(cut))).toEqual([])
    }),
  )
})
