import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { expandSelection, quotationAround, shrinkSelection, wholeUnits } from './expand.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { spanOfSelection } from './selection.ts'
import type { Span } from './span.ts'
import { wordAround } from './words.ts'

const text =
  'Bridge shut\n\nMr. Smith said so. “It is safe. We ‘checked’ it,” she told them. He left.\n\nEnd.'

function caretIn(words: string): Span {
  const offset = text.indexOf(words) + 1
  return { start: offset, end: offset }
}

function slice({ start, end }: Span): string {
  return text.slice(start, end)
}

/** Expands until nothing larger is left, which is soon. */
function expansions(from: string, at: Span, language: string | null = null): readonly Span[] {
  const steps: Span[] = []
  for (let next = expandSelection(from, at, language); next !== null;) {
    steps.push(next)
    next = expandSelection(from, next, language)
  }
  return steps
}

const places = fc
  .record({
    text: fc
      .array(fc.oneof(arbitraryText, fc.constantFrom('. ', '“', '” ', ' ‘yes’ ', '\n')), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
    one: fc.nat(),
    other: fc.nat(),
  })
  .map(({ text: from, one, other }) => {
    const ends = [one % (from.length + 1), other % (from.length + 1)]
    return { from, span: { start: Math.min(...ends), end: Math.max(...ends) } }
  })

/** Whether each step holds the one before it and more, in whole graphemes. */
function isGrowth(from: string, steps: readonly Span[]): boolean {
  return steps.every(({ start, end }, place) => {
    const whole = isGraphemeBoundary(from, start) && isGraphemeBoundary(from, end)
    const before = steps[place - 1] ?? { start, end: start }
    const holds = start <= before.start && before.end <= end
    return whole && holds && end - start > before.end - before.start
  })
}

describe('expandSelection', () => {
  it('grows by whole graphemes from any selection to the whole text', () => {
    fc.assert(
      fc.property(places, ({ from, span }) => {
        const selected = spanOfSelection(from, { anchor: span.start, focus: span.end })
        const steps = [...(selected === null ? [] : [selected]), ...expansions(from, span)]
        expect(isGrowth(from, steps)).toBe(true)
        const whole = spanOfSelection(from, { anchor: 0, focus: from.length })
        expect(steps.at(-1) ?? null).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('goes from a caret by word, sentence, quotation, sentence around it, paragraph to the text', () => {
    expect(expansions(text, caretIn('checked'), 'en').map(slice)).toEqual([
      'checked',
      '‘checked’',
      'We ‘checked’ it,',
      'It is safe. We ‘checked’ it,',
      '“It is safe. We ‘checked’ it,”',
      '“It is safe. We ‘checked’ it,” she told them.',
      'Mr. Smith said so. “It is safe. We ‘checked’ it,” she told them. He left.',
      text,
    ])
  })

  it('takes the next larger unit of a selection that is none', () => {
    const start = text.indexOf('e. We')
    expect(expandSelection(text, { start, end: start + 5 }, 'en')).toEqual({
      start: text.indexOf('It is'),
      end: text.indexOf('” she'),
    })
  })

  it('gives nothing where all is selected or nothing is to be seen', () => {
    expect(expandSelection(text, { start: 0, end: text.length }, 'en')).toBeNull()
    expect(expandSelection(' \n ', { start: 1, end: 1 }, 'en')).toBeNull()
    expect(expandSelection('', { start: 0, end: 0 }, 'en')).toBeNull()
  })
})

describe('shrinkSelection', () => {
  it('loses whole graphemes until only the caret is left', () => {
    fc.assert(
      fc.property(places, ({ from, span }) => {
        const steps: Span[] = []
        for (let next: Span | null = { start: 0, end: from.length }; next !== null;) {
          next = shrinkSelection(from, next, span.start, null)
          if (next !== null) steps.push(next)
        }
        expect(isGrowth(from, steps.toReversed())).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('goes down through the units around the anchor', () => {
    const anchor = caretIn('left').start
    const all = { start: 0, end: text.length }
    const paragraph = shrinkSelection(text, all, anchor, 'en')
    const sentence = paragraph && shrinkSelection(text, paragraph, anchor, 'en')
    const word = sentence && shrinkSelection(text, sentence, anchor, 'en')
    expect([paragraph, sentence, word].map((span) => span && slice(span))).toEqual([
      'Mr. Smith said so. “It is safe. We ‘checked’ it,” she told them. He left.',
      'He left.',
      'left',
    ])
    expect(word && shrinkSelection(text, word, anchor, 'en')).toBeNull()
  })
})

describe('quotationAround', () => {
  it('gives the innermost quotation with its marks, then the one around it', () => {
    const inner = quotationAround(text, caretIn('checked'))
    expect(inner && slice(inner)).toBe('‘checked’')
    const outer = inner && quotationAround(text, inner)
    expect(outer && slice(outer)).toBe('“It is safe. We ‘checked’ it,”')
    expect(outer && quotationAround(text, outer)).toBeNull()
    expect(quotationAround(text, caretIn('left'))).toBeNull()
    expect(quotationAround(text, { start: 12, end: 12 })).toBeNull()
  })
})

describe('wholeUnits', () => {
  const whole = (span: Span) => wholeUnits(text, span, (offset) => wordAround(text, offset, 'en'))

  it('completes the units at both ends of a selection', () => {
    const start = text.indexOf('mith')
    expect(slice(whole({ start, end: start + 6 }) ?? caretIn('Smith'))).toBe('Smith said')
    expect(whole({ start: 0, end: 7 })).toEqual({ start: 0, end: 6 })
    expect(whole({ start: 0, end: 11 })).toEqual({ start: 0, end: 11 })
  })

  it('takes what there is where one end or both are in no unit', () => {
    expect(whole({ start: 12, end: 12 })).toBeNull()
    const start = text.indexOf('. “It')
    expect(slice(whole({ start: start + 2, end: start + 5 }) ?? caretIn('It'))).toBe('It')
  })
})
