import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { quotationsIn, quotationsOf } from './quotations.ts'
import type { Span } from './span.ts'

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

function outers(text: string): readonly string[] {
  return quotationsOf(text).map(({ outer }) => slice(text, outer))
}

function inners(text: string): readonly string[] {
  return quotationsOf(text).map(({ inner }) => slice(text, inner))
}

const pairs = ['“”', '„“', '„”', '«»', '»«', '‘’', '‚‘', '‹›', '「」', '『』', '""', "''"] as const

function shareMark(pair: string, other: string): boolean {
  return pair.includes(other.charAt(0)) || pair.includes(other.charAt(1))
}

/** A sentence with quotations in it, each in marks that those around it do not use, and what they are in reading order. */
type Quoted = { readonly text: string; readonly quotations: readonly string[] }

function quoted(available: readonly string[], depth: number): fc.Arbitrary<Quoted> {
  const word = fc.constantFrom('said', 'да', '漢字', 'don’t', "it's", '👨‍👩‍👧‍👦', 'e\u0301', '5', 'that,')
  const plain = fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words): Quoted => ({ text: words.join(' '), quotations: [] }))
  if (depth === 0) return plain
  const inMarks = fc.constantFrom(...available).chain((pair) => {
    // Marks of one kind, single or double, do not nest in each other.
    const others = available.filter((other) => !shareMark(pair, other))
    return quoted(others, depth - 1).map(({ text, quotations }): Quoted => {
      const whole = `${pair.charAt(0)}${text}${pair.charAt(1)}`
      return { text: whole, quotations: [whole, ...quotations] }
    })
  })
  return fc.array(fc.oneof(plain, inMarks), { minLength: 1, maxLength: 4 }).map((parts) => ({
    text: parts.map(({ text }) => text).join(' '),
    quotations: parts.flatMap(({ quotations }) => quotations),
  }))
}

describe('quotationsOf', () => {
  it('finds each of those that a text is made with', () => {
    fc.assert(
      fc.property(
        fc.array(quoted(['“”', '«»', '‘’', '‹›', '「」', '『』'], 3), {
          minLength: 1,
          maxLength: 3,
        }),
        (paragraphs) => {
          const text = paragraphs.map((one) => one.text).join('\n')
          expect(outers(text)).toEqual(paragraphs.flatMap(({ quotations }) => quotations))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('knows every pair of marks, with others inside', () => {
    for (const pair of pairs) {
      for (const other of pairs) {
        const [open, close] = pair
        const shared = shareMark(pair, other)
        const inside = shared ? 'yes' : `${other[0]}yes${other[1]} indeed`
        const whole = `${open}He said: ${inside}${close}`
        const expected = shared ? [whole] : [whole, `${other[0]}yes${other[1]}`]
        expect(outers(`Then: ${whole}, again.`)).toEqual(expected)
      }
    }
  })

  it('gives spans that split no grapheme, one inside the other or apart, in reading order', () => {
    const texts = fc
      .array(
        fc.oneof(arbitraryText, fc.constantFrom('“', '”', '‘', '’', '"', "'", '«', '»', ' ')),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const found = quotationsOf(text)
        found.forEach(({ outer, inner }, place) => {
          for (const offset of [outer.start, inner.start, inner.end, outer.end]) {
            expect(isGraphemeBoundary(text, offset)).toBe(true)
          }
          expect(outer.start).toBeLessThan(inner.start)
          expect(inner.start).toBeLessThan(inner.end)
          expect(inner.end).toBeLessThanOrEqual(outer.end)
          for (const { outer: later } of found.slice(place + 1)) {
            const inside = later.start > outer.start && later.end <= outer.end
            expect(inside || later.start >= outer.end).toBe(true)
          }
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('ends what is not closed at its paragraph, and starts afresh in the next one', () => {
    expect(outers('He: “First.\n\n“Second.” Third')).toEqual(['“First.', '“Second.”'])
    expect(outers('"First.\n"Second." Third')).toEqual(['"First.', '"Second."'])
    expect(inners('He: “First. ')).toEqual(['First.'])
  })

  it('goes across the lines of a paragraph where a text wraps its own lines', () => {
    const text = 'Shut\n\nHe said: “This is\nlong,” and then\n“more\n\nnot this” any\nmore or\nless'
    expect(outers(text)).toEqual(['“This is\nlong,”', '“more'])
  })

  it('tells apostrophes from marks', () => {
    expect(outers('It’s the ministers’ plan: don’t')).toEqual([])
    expect(outers("It's the '90s and the ministers' plan: don't")).toEqual([])
    expect(outers('‘the ministers’ plan’ and ‘it’s’')).toEqual(['‘the ministers’ plan’', '‘it’s’'])
    expect(outers("'the ministers' plan' and 'it's'")).toEqual(["'the ministers' plan'", "'it's'"])
    expect(outers('‘Yes’ and ‘no’')).toEqual(['‘Yes’', '‘no’'])
    expect(outers('“the ‘dogs” and cats’')).toEqual(['“the ‘dogs”'])
  })

  it('tells inches and stray marks from quotations', () => {
    expect(outers('5\'10" tall and 6" wide')).toEqual([])
    expect(outers('nothing” here, “” nor “ ” there')).toEqual([])
  })

  it('pairs straight marks by what stands around them', () => {
    expect(outers('"A "b" c", said:"d"')).toEqual(['"A "b" c"', '"b"', '"d"'])
    expect(outers('"Yes""No" ("perhaps")—"w—"')).toEqual(['"Yes"', '"No"', '"perhaps"', '"w—"'])
    expect(outers(`"'Nested' here," he said`)).toEqual([`"'Nested' here,"`, "'Nested'"])
  })

  it('knows marks with space inside them and marks that close as they open', () => {
    expect(inners('« Bonjour », dit-il')).toEqual(['Bonjour'])
    expect(outers('”Ja”, sa han. »Nej», sa hon.')).toEqual(['”Ja”', '»Nej»'])
    expect(outers('»›Innen‹ außen« und „so ‚oder‘ so“')).toEqual([
      '»›Innen‹ außen«',
      '›Innen‹',
      '„so ‚oder‘ so“',
      '‚oder‘',
    ])
  })
})

describe('quotationsIn', () => {
  it('looks at one paragraph of the text only', () => {
    const text = '“One”\n“two”\n“three”'
    const [found] = quotationsIn(text, { start: 6, end: 11 })
    expect(found).toEqual({ outer: { start: 6, end: 11 }, inner: { start: 7, end: 10 } })
  })
})
