import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breachOf } from '../model/annotation.ts'
import { arbitrarySource, arbitraryText } from './arbitrary-text.ts'
import { graphemeCeiling, graphemeFloor, isGraphemeBoundary } from './grapheme.ts'
import { spanOfSelection, type Selection } from './selection.ts'
import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

type Selected = { readonly text: string; readonly selection: Selection }

const selected: fc.Arbitrary<Selected> = fc
  .tuple(fc.oneof(arbitraryText, arbitrarySource), fc.nat(), fc.nat())
  .map(([text, one, other]) => ({
    text,
    selection: { anchor: one % (text.length + 1), focus: other % (text.length + 1) },
  }))

function widened({ text, selection }: Selected): Span {
  return {
    start: graphemeFloor(text, Math.min(selection.anchor, selection.focus)),
    end: graphemeCeiling(text, Math.max(selection.anchor, selection.focus)),
  }
}

function spanOfAll(text: string): Span | null {
  return spanOfSelection(text, { anchor: 0, focus: text.length })
}

function graphemesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function isBlank(grapheme: string | undefined): boolean {
  return grapheme !== undefined && /^[\p{White_Space}\uFEFF]+$/u.test(grapheme)
}

describe('spanOfSelection', () => {
  it('splits no grapheme', () => {
    fc.assert(
      fc.property(selected, ({ text, selection }) => {
        const span = spanOfSelection(text, selection)
        fc.pre(span !== null)
        expect(isGraphemeBoundary(text, span.start)).toBe(true)
        expect(isGraphemeBoundary(text, span.end)).toBe(true)
      }),
    )
  })

  it('leaves out every white space grapheme at either end of the widened selection and nothing else', () => {
    fc.assert(
      fc.property(selected, (given) => {
        const { text, selection } = given
        const outer = widened(given)
        const all = text.slice(outer.start, outer.end)
        const kept = [...graphemesOf(all)]
        while (isBlank(kept[0])) kept.shift()
        while (isBlank(kept.at(-1))) kept.pop()
        const span = spanOfSelection(text, selection)
        const nothing = selection.anchor === selection.focus || kept.length === 0
        expect(span === null).toBe(nothing)
        fc.pre(span !== null)
        expect(text.slice(span.start, span.end)).toBe(kept.join(''))
        expect(span.start).toBeGreaterThanOrEqual(outer.start)
        expect(span.end).toBeLessThanOrEqual(outer.end)
      }),
      { numRuns: 500 },
    )
  })

  it('gives itself again when selected, in either direction', () => {
    fc.assert(
      fc.property(selected, ({ text, selection }) => {
        const span = spanOfSelection(text, selection)
        fc.pre(span !== null)
        expect(spanOfSelection(text, { anchor: span.start, focus: span.end })).toEqual(span)
        expect(spanOfSelection(text, { anchor: span.end, focus: span.start })).toEqual(span)
      }),
    )
  })

  it('keeps the law of offsets', () => {
    fc.assert(
      fc.property(selected, ({ text, selection }) => {
        const span = spanOfSelection(text, selection)
        fc.pre(span !== null)
        expect(breachOf(text, [span], text.slice(span.start, span.end))).toBeNull()
      }),
    )
  })

  it('trims to words across lines, and keeps white space that carries a mark', () => {
    expect(spanOfAll('\n\n “No,” he\nsaid. \u00a0\n')).toEqual({ start: 3, end: 17 })
    expect(spanOfAll(' \u0301x')).toEqual({ start: 0, end: 3 })
    expect(spanOfAll('x\r\n')).toEqual({ start: 0, end: 1 })
    expect(spanOfAll('\ufeffx\u3000')).toEqual({ start: 1, end: 2 })
  })

  it('gives nothing for white space alone and for a caret, even inside a grapheme', () => {
    expect(spanOfSelection(' \n\t', { anchor: 0, focus: 3 })).toBeNull()
    expect(spanOfSelection('word', { anchor: 2, focus: 2 })).toBeNull()
    expect(spanOfSelection('👨‍👩‍👧', { anchor: 2, focus: 2 })).toBeNull()
  })

  it('takes an end outside the text as the end of the text', () => {
    expect(spanOfSelection('word', { anchor: 1, focus: 99 })).toEqual({ start: 1, end: 4 })
  })
})
