import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isGraphemeBoundary } from '../text/grapheme.ts'
import { quoteOf } from '../text/span.ts'
import { annotationSchema, breachOf, compareAnnotations } from './annotation.ts'
import { arbitraryAnnotation, arbitrarySpannedText } from './arbitrary-change.ts'

describe('breachOf', () => {
  it('finds none where every span is one that can be selected and the quote is the text under them', () => {
    fc.assert(
      fc.property(arbitrarySpannedText, ({ text, spans }) => {
        expect(breachOf(text, spans, quoteOf(text, spans))).toBeNull()
      }),
    )
  })

  it('finds every other quote, and says what was expected and what is there', () => {
    fc.assert(
      fc.property(arbitrarySpannedText, fc.string(), ({ text, spans }, other) => {
        const found = quoteOf(text, spans)
        fc.pre(other !== found)
        expect(breachOf(text, spans, other)).toEqual({
          reason: 'quoteDiffers',
          expected: other,
          found,
        })
      }),
    )
  })

  it('finds a text that is cut inside the spans', () => {
    fc.assert(
      fc.property(arbitrarySpannedText, fc.nat(), ({ text, spans }, cut) => {
        const shorter = text.slice(0, cut % (spans.at(-1)?.end ?? 1))
        expect(breachOf(shorter, spans, quoteOf(text, spans))?.reason).toBe('outsideText')
      }),
    )
  })

  it('finds every edge that splits a grapheme', () => {
    fc.assert(
      fc.property(arbitrarySpannedText, fc.nat(), fc.nat(), ({ text }, one, other) => {
        const [from, to] = [one % (text.length + 1), other % (text.length + 1)]
        const [start, end] = [Math.min(from, to), Math.max(from, to)]
        fc.pre(start < end)
        const whole = isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
        const quote = text.slice(start, end)
        expect(breachOf(text, [{ start, end }], quote)?.reason ?? null).toBe(
          whole ? null : 'splitsGrapheme',
        )
      }),
    )
  })

  it('counts an accent that is spelt in another way as another quote', () => {
    const text = 'café'
    expect(breachOf(text, [{ start: 0, end: 4 }], 'cafe\u0301')?.reason).toBe('quoteDiffers')
  })
})

describe('annotationSchema', () => {
  it('takes any annotation as it is, and refuses unknown properties', () => {
    fc.assert(
      fc.property(arbitraryAnnotation, (annotation) => {
        expect(annotationSchema.parse(annotation)).toEqual(annotation)
        expect(annotationSchema.safeParse({ ...annotation, node: 1 }).success).toBe(false)
      }),
    )
  })
})

describe('compareAnnotations', () => {
  it('gives one reading order, whatever order they come in', () => {
    const annotations = fc.uniqueArray(arbitraryAnnotation, { selector: ({ id }) => id })
    fc.assert(
      fc.property(annotations, fc.func(fc.nat()), (ordered, key) => {
        const shuffled = ordered.toSorted((one, other) => key(one.id) - key(other.id))
        expect(shuffled.toSorted(compareAnnotations)).toEqual(ordered.toSorted(compareAnnotations))
      }),
    )
  })

  it('puts the older first of two on the same spans', () => {
    fc.assert(
      fc.property(arbitraryAnnotation, arbitraryAnnotation, (one, other) => {
        fc.pre(one.id !== other.id)
        const same = { ...other, spans: one.spans }
        expect(Math.sign(compareAnnotations(one, same))).toBe(one.id < other.id ? -1 : 1)
      }),
    )
  })
})
