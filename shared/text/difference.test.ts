import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { differenceOf } from './difference.ts'
import { isGraphemeBoundary } from './grapheme.ts'

const words = (expected: string, found: string) =>
  differenceOf(expected, found).map((piece) =>
    piece.isSame ? piece.expected : [piece.expected, piece.found],
  )

describe('differenceOf', () => {
  it('gives both texts back, parted between graphemes, neighbours of different kinds', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, arbitraryText, (start, one, other) => {
        const [expected, found] = [start + one, start + other]
        const pieces = differenceOf(expected, found)
        expect(pieces.map((piece) => piece.expected).join('')).toBe(expected)
        expect(pieces.map((piece) => piece.found).join('')).toBe(found)
        let [inExpected, inFound] = [0, 0]
        for (const [place, piece] of pieces.entries()) {
          expect(piece.isSame).toBe(piece.expected === piece.found)
          expect(piece.isSame).not.toBe(pieces[place - 1]?.isSame)
          inExpected += piece.expected.length
          inFound += piece.found.length
          expect(isGraphemeBoundary(expected, inExpected)).toBe(true)
          expect(isGraphemeBoundary(found, inFound)).toBe(true)
        }
      }),
    )
  })

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(differenceOf(text, text).every(({ isSame }) => isSame)).toBe(true)
      }),
    )
  })

  it('shows offsets that drifted as what is missing at one end and too much at the other', () => {
    expect(words('the bridge is safe', 'he bridge is safe,')).toEqual([
      ['t', ''],
      'he bridge is safe',
      ['', ','],
    ])
  })

  it('shows white space, accents and quotation marks that only look alike', () => {
    expect(words('old bridge', 'old\u00a0bridge')).toEqual(['old', [' ', '\u00a0'], 'bridge'])
    expect(words('naïve', 'nai\u0308ve')).toEqual(['na', ['ï', 'i\u0308'], 've'])
  })

  it('takes other words as a whole, not by the letters that they happen to share', () => {
    expect(words('a denial', 'one tale')).toEqual([['a denial', 'one tale']])
  })

  it('gives up looking inside what is long and different', () => {
    const [one, other] = ['ab '.repeat(400), 'cd '.repeat(400)]
    expect(differenceOf(`x${one}`, `x${other}y`)).toHaveLength(2)
    expect(differenceOf('word', 'k'.repeat(200_000))).toHaveLength(1)
  })
})
