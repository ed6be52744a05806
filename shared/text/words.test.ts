import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText, offsetsOf } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { countWords, wordAround } from './words.ts'

function words(text: string, language: string | null = 'en'): readonly (string | null)[] {
  return offsetsOf(text).map((offset) => {
    const word = wordAround(text, offset, language)
    return word === null ? null : text.slice(word.start, word.end)
  })
}

describe('wordAround', () => {
  it('gives a span at the caret that splits no grapheme', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        for (const offset of offsetsOf(text)) {
          const word = wordAround(text, offset, null)
          if (word === null) continue
          // A byte order mark counts as part of the word before it, and is not to be seen.
          expect(text.slice(offset, word.start) + text.slice(word.end, offset)).toMatch(/^\uFEFF*$/)
          expect(isGraphemeBoundary(text, word.start) && isGraphemeBoundary(text, word.end)).toBe(
            true,
          )
          expect(text.slice(word.start, word.end)).not.toContain('\n')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes the word after the caret before the one that ends there', () => {
    expect(words('Oh, it’s')).toEqual([
      'Oh',
      'Oh',
      'Oh',
      null,
      'it’s',
      'it’s',
      'it’s',
      'it’s',
      'it’s',
    ])
    expect(wordAround('да\nнет', 2, 'ru')).toEqual({ start: 0, end: 2 })
    expect(wordAround('да\nнет', 3, 'ru')).toEqual({ start: 3, end: 6 })
  })

  it('knows the words of scripts without spaces', () => {
    expect(words('安全です', 'ja')[0]).toBe('安全')
  })

  it('takes a language tag that is none as no tag', () => {
    for (const language of [null, '', 'x', 'not a tag', 'und']) {
      expect(words('safe', language)[1]).toBe('safe')
    }
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['“It’s a well-known fact,” he said.', 6],
    ['3.5 million people in Kyïv’s north — все знают', 8],
    ['他昨天去了北京。', 4],
    ['Nai\u0308ve 👨‍👩‍👧‍👦 readers', 2],
    ['لم يعلق أحد 🚢.', 3],
  ])('counts those of %j', (text, number) => {
    expect(countWords(text)).toBe(number)
  })
})
