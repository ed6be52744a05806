import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitrarySpansIn } from './arbitrary-span.ts'
import { arbitraryText } from './arbitrary-text.ts'
import { placeInCopy } from './copied-spans.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { quoteOf, type Span } from './span.ts'

const article =
  'The mayor said the bridge is safe. An engineer said no.\n\nThe cables were changed in March, and nobody told the council.\n\nThe mayor said no more, and left the hall by the back door.'

function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

function placedIn(copy: string, words: string): string {
  const placed = placeInCopy(article, copy)([spanOf(article, words)])
  if (!placed.ok) return placed.reason
  const [span] = placed.spans
  return `${span?.start} ${quoteOf(copy, placed.spans)}`
}

describe('placeInCopy', () => {
  test('words are found again behind a paragraph that was put before them, and where paragraphs were moved', () => {
    expect(placedIn(`By our staff.\n\n${article}`, 'the bridge is safe')).toBe(
      '30 the bridge is safe',
    )
    const [first, second, third] = article.split('\n\n')
    const moved = [second, third, first].join('\n\n')
    expect(placedIn(moved, 'the bridge is safe')).toBe(
      `${moved.indexOf('the bridge is safe')} the bridge is safe`,
    )
  })

  test('words that stand in several places go where what surrounds them is the same', () => {
    const copy = `He said no. ${article}`
    const start = copy.indexOf('An engineer said no') + 'An engineer '.length
    expect(placedIn(copy, 'said no')).toBe(`${start} said no`)
  })

  test('words that were changed, or are gone, have no place', () => {
    expect(placedIn(article.replace('is safe', 'is not safe'), 'the bridge is safe')).toBe(
      'differs',
    )
    expect(placedIn('Nothing of it.', 'the bridge is safe')).toBe('differs')
  })

  test('the same words between other words have no place', () => {
    expect(placedIn('Some say the bridge is safe, others do not.', 'the bridge is safe')).toBe(
      'surroundingsDiffer',
    )
  })

  test('a paragraph that stands there twice leaves it open which is meant', () => {
    expect(placedIn(`${article}\n\n${article}`, 'changed in March')).toBe('ambiguous')
  })

  test('a paragraph that its own text has twice leaves it open which of them the copy has', () => {
    const twice = `${article}\n\n${article}`
    const spans = [spanOf(twice, 'changed in March')]
    expect(placeInCopy(twice, article)(spans)).toEqual({ ok: false, reason: 'ambiguous' })
  })

  test('no place begins or ends within a character', () => {
    const copy = article.replace('is safe.', 'is safe\u0301.')
    expect(placedIn(copy, 'the bridge is safe')).toBe('splitsGrapheme')
  })

  test('pieces of a quote that come in another order have no place', () => {
    const spans = [
      spanOf(article, 'the bridge is safe'),
      spanOf(article, 'nobody told the council'),
    ]
    const [first, second, third] = article.split('\n\n')
    expect(placeInCopy(article, `${first}\n\n${second}`)(spans)).toEqual({ ok: true, spans })
    expect(placeInCopy(article, [second, third, first].join('\n\n'))(spans)).toEqual({
      ok: false,
      reason: 'differs',
    })
  })
})

/** A text of several paragraphs, spans of it, and a copy with some paragraphs edited, left out, doubled or moved. */
const edited = fc
  .tuple(
    fc.array(arbitraryText, { minLength: 2, maxLength: 6 }),
    fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 }),
    arbitraryText,
    fc.nat(),
  )
  .chain(([parts, order, extra, cut]) => {
    const text = parts.join('\n\n')
    const moved = order.map((rank) => parts[rank % parts.length] ?? '').join('\n\n')
    const at = cut % (moved.length + 1)
    const copy = moved.slice(0, at) + extra + moved.slice(at)
    return fc.record({
      text: fc.constant(text),
      copy: fc.constantFrom(
        copy,
        `${text.slice(0, cut % (text.length + 1))}${extra}${text.slice(cut % (text.length + 1))}`,
        text,
      ),
      spans: arbitrarySpansIn(text),
    })
  })

test('whatever is placed holds the same text and cuts no character, after any edit', () => {
  let count = 0
  fc.assert(
    fc.property(edited, ({ text, copy, spans }) => {
      fc.pre(spans !== null)
      const placed = placeInCopy(text, copy)(spans)
      if (!placed.ok) return
      count += text === copy ? 0 : 1
      expect(quoteOf(copy, placed.spans)).toBe(quoteOf(text, spans))
      for (const { start, end } of placed.spans) {
        expect(isGraphemeBoundary(copy, start) && isGraphemeBoundary(copy, end)).toBe(true)
      }
    }),
    { numRuns: 1500 },
  )
  expect(count).toBeGreaterThan(50)
})

test('what is placed goes back to where it came from', () => {
  fc.assert(
    fc.property(edited, ({ text, copy, spans }) => {
      fc.pre(spans !== null)
      const there = placeInCopy(text, copy)(spans)
      if (!there.ok) return
      const back = placeInCopy(copy, text)(there.spans)
      expect([
        JSON.stringify(spans),
        'ambiguous',
        'surroundingsDiffer',
        'splitsGrapheme',
      ]).toContain(back.ok ? JSON.stringify(back.spans) : back.reason)
    }),
    { numRuns: 1000 },
  )
})
