import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { matchesIn, type Matches, type TextQuery } from './matches.ts'

const plain: Omit<TextQuery, 'text'> = { matchCase: true, wholeWords: false, expression: false }

function matches(text: string, query: Partial<TextQuery> & { text: string }, limit = 100): Matches {
  const result = matchesIn(text, { ...plain, ...query }, limit)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

function found(text: string, query: Partial<TextQuery> & { text: string }): readonly string[] {
  return matches(text, query).spans.map(({ start, end }) => text.slice(start, end))
}

/** A text with a piece of itself, or of another text. */
const searched = fc
  .tuple(
    fc.array(arbitraryText, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('word')),
    fc.nat(),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([text, from, length]) => {
    const start = from % (text.length + 1)
    return { text, wanted: text.slice(start, start + length) || 'word' }
  })

describe('matchesIn, for a text', () => {
  it('finds what a look at every offset finds', () => {
    fc.assert(
      fc.property(searched, ({ text, wanted }) => {
        const expected: { start: number; end: number }[] = []
        for (let start = 0; start <= text.length - wanted.length; start += 1) {
          const end = start + wanted.length
          const whole = isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
          if (text.slice(start, end) === wanted && whole && start >= (expected.at(-1)?.end ?? 0)) {
            expected.push({ start, end })
          }
        }
        // A pattern never matches half of a surrogate pair, and half a pair is half a grapheme.
        expect(matches(text, { text: wanted }, Infinity).spans).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds the same places and maybe more whatever the case', () => {
    fc.assert(
      fc.property(searched, ({ text, wanted }) => {
        const exact = matches(text, { text: wanted }).spans.length
        const folded = matches(text, { text: wanted, matchCase: false }).spans.length
        expect(folded).toBeGreaterThanOrEqual(exact)
      }),
    )
    expect(found('Kiev, KIEV, kiev; Київ, КИЇВ', { text: 'kiev', matchCase: false })).toHaveLength(
      3,
    )
    expect(found('Київ, КИЇВ', { text: 'київ', matchCase: false })).toEqual(['Київ', 'КИЇВ'])
    expect(found('Kiev, KIEV', { text: 'kiev' })).toEqual([])
  })

  it('takes the signs of expressions as they are written', () => {
    expect(found('US$5 (U.S.) [a|b] ^x$ c:\\d', { text: 'U.S.' })).toEqual(['U.S.'])
    for (const text of ['$5', '(U.S.)', '[a|b]', '^x$', ':\\d', 'c', '-', '/']) {
      expect(found(`a ${text} b`, { text })).toEqual([text])
    }
  })

  it('splits no grapheme and still finds what begins inside a refused place', () => {
    expect(found('e\u0301 e', { text: 'e' })).toEqual(['e'])
    expect(matches('\u0600aaa', { text: 'aa' }).spans).toEqual([{ start: 2, end: 4 }])
    expect(found('👨‍👩‍👧‍👦', { text: '👩' })).toEqual([])
    expect(found('🇩🇪🇫🇷', { text: '🇪🇫' })).toEqual([])
  })

  it('keeps to whole words, in any script that parts words', () => {
    const whole = { wholeWords: true, matchCase: false }
    expect(found('EU, the EU’s, EU-wide, neutral, EU2, _EU', { ...whole, text: 'EU' })).toEqual([
      'EU',
      'EU',
      'EU',
    ])
    expect(found('Да, дам, да', { ...whole, text: 'да' })).toEqual(['Да', 'да'])
    expect(found('cafe\u0301s cafe', { ...whole, text: 'cafe' })).toEqual(['cafe'])
    expect(found('(EU) (EU)s', { ...whole, text: '(EU)' })).toEqual(['(EU)', '(EU)'])
    expect(found('朝鲜中央通讯社', { ...whole, text: '中央' })).toEqual(['中央'])
  })

  it('says where there are more than were asked for', () => {
    expect(matches('a a a', { text: 'a' }, 2)).toEqual({
      spans: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
      complete: false,
    })
    expect(matches('a a', { text: 'a' }, 2).complete).toBe(true)
  })
})

describe('matchesIn, for an expression', () => {
  const expressions = [
    '.',
    '.*',
    '^',
    '$',
    '^.',
    '\\s*',
    'e|word',
    '\\p{L}+',
    '(?=a)',
    '(.)\\1',
    '[^a]',
  ]

  it('gives whole graphemes, apart from each other, in order, and comes to an end', () => {
    fc.assert(
      fc.property(
        searched,
        fc.constantFrom(...expressions),
        fc.boolean(),
        ({ text }, source, wholeWords) => {
          const { spans } = matches(text, { text: source, expression: true, wholeWords }, Infinity)
          spans.forEach(({ start, end }, place) => {
            expect(start).toBeLessThan(end)
            expect(start).toBeGreaterThanOrEqual(spans[place - 1]?.end ?? 0)
            expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true)
          })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('finds every place but empty ones', () => {
    const expression = true
    expect(found('one\ntwo', { text: '^.', expression })).toEqual(['o', 't'])
    expect(found('cafe\u0301 x', { text: '[a-z]+', expression })).toEqual(['cafe\u0301', 'x'])
    expect(found('ab', { text: 'x*', expression })).toEqual([])
    expect(found('an ant', { text: 'an|ant', expression, wholeWords: true })).toEqual(['an', 'ant'])
    expect(found('“a” “b”', { text: '“[^”]*”', expression })).toEqual(['“a”', '“b”'])
  })

  it('says in words what is wrong with one', () => {
    for (const wholeWords of [false, true]) {
      const query = { ...plain, text: 'a)(b', expression: true, wholeWords }
      const result = matchesIn('a', query, 9)
      expect(result.ok ? '' : result.failure.message).toBe(
        "This is not a regular expression: unmatched ')'.",
      )
    }
  })
})
