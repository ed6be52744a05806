import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText, offsetsOf } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { paragraphAround } from './paragraphs.ts'
import { sentenceAround, sentencesAround, sentenceStartsOf } from './sentences.ts'

/** The sentences that a caret comes through, going from the start of the text to its end. */
function sentences(text: string, language: string | null = 'en'): readonly string[] {
  const met = offsetsOf(text).flatMap((offset) => {
    const sentence = sentenceAround(text, offset, language)
    return sentence === null ? [] : text.slice(sentence.start, sentence.end)
  })
  return met.filter((sentence, place) => sentence !== met[place - 1])
}

const texts = fc
  .array(
    fc.oneof(arbitraryText, fc.constantFrom('. ', '? ', '.” ', '“', ' ‘Yes.’ ', '。', 'He ')),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))

describe('sentencesAround', () => {
  it('gives visible text of one paragraph, each sentence in the next one, no grapheme split', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const offset of offsetsOf(text)) {
          const paragraph = paragraphAround(text, offset)
          const found = sentencesAround(text, offset, 'en')
          found.forEach(({ start, end }, place) => {
            expect(text.slice(start, end).trim()).not.toBe('')
            expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true)
            expect(paragraph !== null && paragraph.start <= start && end <= paragraph.end).toBe(
              true,
            )
            const next = found[place + 1]
            expect(next === undefined || (next.start <= start && end <= next.end)).toBe(true)
          })
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('sentenceAround', () => {
  it('parts sentences without the space between them', () => {
    expect(sentences('He left. She stayed!  Did he? ')).toEqual([
      'He left.',
      'She stayed!',
      'Did he?',
    ])
    expect(sentences('安全です。次の文。', 'ja')).toEqual(['安全です。', '次の文。'])
  })

  it('never goes across a line, but where a text wraps its own', () => {
    expect(sentences('Bridge shut\nThe mayor said so')).toEqual([
      'Bridge shut',
      'The mayor said so',
    ])
    expect(sentences('Shut\n\nThe mayor\nsaid so. She\nleft\nearly.')).toEqual([
      'Shut',
      'The mayor\nsaid so.',
      'She\nleft\nearly.',
    ])
  })

  it('goes on after abbreviations and initials', () => {
    const text = 'Mr. Smith of the U.S. Senate met J. K. Rowling on Jan. 6. He left.'
    expect(sentences(text)).toEqual([text.slice(0, -' He left.'.length), 'He left.'])
  })

  it('goes on after a quoted question, and takes a quotation of several sentences apart only inside it', () => {
    expect(sentences('“Is it safe?” she asked. He left.')).toEqual([
      '“Is it safe?” she asked.',
      'He left.',
    ])
    const text = 'No. “It is safe. We checked,” she said. So.'
    expect(sentences(text)).toEqual([
      'No.',
      '“It is safe. We checked,” she said.',
      'It is safe.',
      'We checked,',
      '“It is safe. We checked,” she said.',
      'So.',
    ])
  })
})

describe('sentenceStartsOf', () => {
  it('parts sentences, and paragraphs from each other', () => {
    const text = 'The U.S. denied it. “It is safe. We checked,” she said.\n\nSo.'
    const starts = sentenceStartsOf(text, 'en')
    expect(starts.map((start, place) => text.slice(start, starts[place + 1]))).toEqual([
      'The U.S. denied it. ',
      '“It is safe. ',
      'We checked,” she said.\n\n',
      'So.',
    ])
  })

  it('is where sentences around a caret may begin, in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = sentenceStartsOf(text, 'en')
        expect(starts).toEqual([...new Set(starts)].toSorted((one, other) => one - other))
        for (const start of starts) expect(start).toBeLessThan(text.length)
      }),
    )
  })
})
