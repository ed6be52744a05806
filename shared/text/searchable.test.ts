import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { arbitraryText, offsetsOf } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import {
  kindAt,
  searchableOf,
  unfolded,
  wholeGraphemes,
  wordsApart,
  type Searchable,
} from './searchable.ts'
import type { Span } from './span.ts'
import { placesOfPattern, wordPatternOf } from './word-pattern.ts'

function spanInText(text: string, searchable: Searchable, place: Span): Span {
  return wholeGraphemes(text, unfolded(searchable, place))
}

function found(text: string, typed: string, prefix = false): readonly string[] {
  const pattern = wordPatternOf(typed, prefix)
  if (pattern === null) throw new Error('nothing to look for')
  const searchable = searchableOf(text)
  return placesOfPattern(searchable.folded, pattern).map((place) => {
    const { start, end } = spanInText(text, searchable, place)
    return text.slice(start, end)
  })
}

describe('words', () => {
  it('are found whatever their case and accents, however these are stored', () => {
    expect(found('Café CAFE cafe\u0301 cafés', 'cafe')).toEqual(['Café', 'CAFE', 'cafe\u0301'])
    expect(found('Ὀδυσσεύς ΟΔΥΣΣΕΥΣ', 'οδυσσευς')).toEqual(['Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ'])
    expect(found('İstanbul and Istanbul', 'istanbul')).toEqual(['İstanbul', 'Istanbul'])
    expect(found('שָׁלוֹם שלום', 'שלום')).toEqual(['שָׁלוֹם', 'שלום'])
    expect(found('co\u00adoperate', 'cooperate')).toEqual(['co\u00adoperate'])
  })

  it('are whole ones, but for prefixes, which are found to the end of the word', () => {
    expect(found('missile missiles anti-missile', 'missile')).toEqual(['missile', 'missile'])
    expect(found('missile missiles', 'missil', true)).toEqual(['missile', 'missiles'])
    expect(found('anti-missile; anti  missile', 'anti-missile')).toEqual([
      'anti-missile',
      'anti  missile',
    ])
    expect(found('antimissile', 'anti-missile')).toEqual([])
    expect(found('antimissile', 'missile')).toEqual([])
    expect(found('antimissile', 'missil', true)).toEqual([])
  })

  it('are parted by nothing in scripts without spaces, where characters are found that stand together', () => {
    expect(found('吉野家は𠮷野家。東京都', '野家')).toEqual(['野家', '野家'])
    expect(found('東京、都', '東京都')).toEqual([])
    expect(found('KBSは', 'kbs')).toEqual(['KBS'])
    expect(found('がか', 'か')).toEqual(['か'])
  })

  it('keep the vowel signs that make other words, and take Hangul in whichever way it is stored', () => {
    expect(found('हिन्दी हनद', 'हनद')).toEqual(['हनद'])
    expect(found('한국 \u1112\u1161\u11ab국', '한국')).toEqual(['한국', '\u1112\u1161\u11ab국'])
  })

  it('are found with and without the dot of the Turkish i', () => {
    expect(found('IŞIK ışık İstanbul', 'ışık')).toEqual(['IŞIK', 'ışık'])
    expect(found('IŞIK ışık İstanbul', 'istanbul')).toEqual(['İstanbul'])
  })

  it('are found beside emoji and marks without splitting them', () => {
    expect(found('👨‍👩‍👧‍👦word👩🏽‍🚀 1️⃣', 'word')).toEqual(['word'])
    expect(found('👍🏿 1️⃣', '1')).toEqual(['1️⃣'])
    expect(wordPatternOf('👍🏿 …', false)).toBeNull()
  })
})

test('folding a folded text changes nothing, and nothing but letters is beyond ASCII in it', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const { folded } = searchableOf(text)
      expect(searchableOf(folded).folded).toBe(folded)
      // eslint-disable-next-line no-control-regex -- ASCII begins with control characters
      expect(folded.replaceAll(/[\0-\x7f\p{L}\p{M}\p{N}]/gu, '')).toBe('')
    }),
  )
})

test('every place folds to what was looked for, ascending, and splits no grapheme', () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, fc.boolean(), (before, word, prefix) => {
      const pattern = wordPatternOf(word, prefix)
      fc.pre(pattern !== null)
      // Some capitals are other letters: ß becomes SS.
      const capitals = word.toUpperCase()
      const isSame = searchableOf(capitals).folded === searchableOf(word).folded
      const text = `${before} ${isSame ? capitals : word} ${before}`
      const searchable = searchableOf(text)
      const places = placesOfPattern(searchable.folded, pattern)
      expect(places.length).toBeGreaterThan(0)
      expect(placesOfPattern(searchable.folded, { ...pattern, rarest: 0 })).toEqual(places)
      for (const place of places) {
        const { start, end } = spanInText(text, searchable, place)
        expect([isGraphemeBoundary(text, start), isGraphemeBoundary(text, end)]).toEqual([
          true,
          true,
        ])
        const slice = searchableOf(text.slice(start, end)).folded
        expect(placesOfPattern(slice, pattern).length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 500 },
  )
})

test('offsets of a folded text lead back, ascending, to all of the text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const searchable = searchableOf(text)
      let last = 0
      for (const at of offsetsOf(searchable.folded).slice(0, -1)) {
        const { start, end } = spanInText(text, searchable, { start: at, end: at + 1 })
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
    }),
  )
})

test('words for the index are parted by ASCII alone', () => {
  expect(wordsApart(searchableOf('東京 Tower').folded)).toBe(' 東  京  tower')
  expect([kindAt('a', 0), kindAt('京', 0), kindAt('_', 0)]).toEqual(['letter', 'word', 'none'])
})
