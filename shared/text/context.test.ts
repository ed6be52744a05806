import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { contextLength, contextOf } from './context.ts'
import { isGraphemeBoundary, nextGrapheme } from './grapheme.ts'
import { spanOfSelection } from './selection.ts'

const spanned = fc
  .tuple(
    fc.array(arbitraryText, { minLength: 1, maxLength: 4 }).map((texts) => texts.join(' ')),
    fc.nat(),
    fc.nat(),
  )
  .map(([text, one, other]) => ({
    text,
    span: spanOfSelection(text, {
      anchor: one % (text.length + 1),
      focus: other % (text.length + 1),
    }),
  }))

describe('contextOf', () => {
  it('gives what stands right before and right after the span', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        fc.pre(span !== null)
        const { prefix, suffix } = contextOf(text, span)
        const quote = text.slice(span.start, span.end)
        const from = span.start - prefix.length
        const to = span.end + suffix.length
        expect(text.slice(from, to)).toBe(prefix + quote + suffix)
        expect(isGraphemeBoundary(text, from)).toBe(true)
        expect(isGraphemeBoundary(text, to)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is as long as it may be without splitting a grapheme', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        fc.pre(span !== null)
        const { prefix, suffix } = contextOf(text, span)
        expect(prefix.length).toBeLessThanOrEqual(contextLength)
        expect(suffix.length).toBeLessThanOrEqual(contextLength)
        const to = span.end + suffix.length
        const reachesEnd = to === text.length
        expect(reachesEnd || nextGrapheme(text, to) - span.end > contextLength).toBe(true)
        const from = span.start - prefix.length
        const limit = span.start - contextLength
        const firstWithin = Math.max(0, limit)
        let boundary = from
        for (let at = firstWithin; at < from; at += 1)
          if (isGraphemeBoundary(text, at)) boundary = at
        expect(boundary).toBe(from)
      }),
      { numRuns: 500 },
    )
  })

  it('stops before a grapheme that does not fit whole', () => {
    const family = '👨‍👩‍👧‍👦'
    const filler = 'x'.repeat(contextLength - 1)
    const text = `${family}${filler}CLAIM${filler}${family}`
    const start = family.length + filler.length
    expect(contextOf(text, { start, end: start + 5 })).toEqual({ prefix: filler, suffix: filler })
  })
})
