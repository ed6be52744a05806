import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitrarySpansIn } from './arbitrary-span.ts'
import { arbitraryText } from './arbitrary-text.ts'
import { wordSpans, wordsUnder } from './word-spans.ts'

function wordsOf(text: string, language: string | null = null): readonly string[] {
  return wordSpans(text, language).map(({ start, end }) => text.slice(start, end))
}

test('words are letters and digits with what joins them, in any script', () => {
  expect(wordsOf('It’s “well-known”, she said – 1,200 of 3rd.')).toEqual([
    'It’s',
    'well-known',
    'she',
    'said',
    '1',
    '200',
    'of',
    '3rd',
  ])
  expect(wordsOf("the ministers' plan")).toEqual(['the', 'ministers', 'plan'])
  expect(wordsOf('Лидия сказала: «нет»')).toEqual(['Лидия', 'сказала', 'нет'])
  expect(wordsOf('قال الوزير إنّ')).toEqual(['قال', 'الوزير', 'إنّ'])
  expect(wordsOf('👨‍👩‍👧‍👦 …')).toEqual([])
})

test('a script without spaces has words all the same', () => {
  expect(wordsOf('北京の会議', 'ja').length).toBeGreaterThan(1)
})

test('the words under a span are those that it has a part of', () => {
  const words = wordSpans('one two three', null)
  expect(wordsUnder(words, { start: 0, end: 3 })).toEqual({ first: 0, last: 0 })
  expect(wordsUnder(words, { start: 2, end: 5 })).toEqual({ first: 0, last: 1 })
  expect(wordsUnder(words, { start: 3, end: 4 })).toBeNull()
  expect(wordsUnder(words, { start: 3, end: 13 })).toEqual({ first: 1, last: 2 })
})

test('property: the words under a span are found as by looking at each', () => {
  const spannedText = arbitraryText
    .filter(({ length }) => length > 1)
    .chain((text) => arbitrarySpansIn(text).map((spans) => ({ text, spans: spans ?? [] })))
  fc.assert(
    fc.property(spannedText, ({ text, spans }) => {
      const words = wordSpans(text, null)
      for (const span of spans) {
        const places = words.flatMap((word, place) =>
          word.start < span.end && word.end > span.start ? [place] : [],
        )
        const [first] = places
        const last = places.at(-1)
        expect(wordsUnder(words, span)).toEqual(
          first === undefined || last === undefined ? null : { first, last },
        )
      }
    }),
  )
})
