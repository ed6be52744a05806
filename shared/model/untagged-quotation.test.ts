import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from '../text/arbitrary-text.ts'
import { quotationsOf } from '../text/quotations.ts'
import type { Span } from '../text/span.ts'
import { untaggedQuotation } from './untagged-quotation.ts'

const text = '“One ‘two’ three,” he said, “four,” and so on. «Five»'

function spanOf(words: string): Span {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

function tagged(...words: readonly string[]) {
  return words.map((one) => ({ spans: [spanOf(one)] }))
}

/** What is come to by going on and on, from one end of the text. */
function walk(annotations: ReturnType<typeof tagged>, direction: 'next' | 'previous') {
  const met: string[] = []
  const from = direction === 'next' ? 0 : text.length
  for (
    let found = untaggedQuotation(text, annotations, { anchor: from, focus: from }, direction);
    found !== null && met.length < 9;
  ) {
    met.push(text.slice(found.start, found.end))
    const here = { anchor: found.start, focus: found.end }
    found = untaggedQuotation(text, annotations, here, direction)
  }
  return met
}

describe('untaggedQuotation', () => {
  it('goes through all of them in reading order, and back', () => {
    const all = ['“One ‘two’ three,”', '‘two’', '“four,”', '«Five»']
    expect(walk([], 'next')).toEqual(all)
    expect(walk([], 'previous')).toEqual(all.toReversed())
  })

  it('passes over those whose words are covered, with or without their marks', () => {
    expect(walk(tagged('One ‘two’ three,'), 'next')).toEqual(['“four,”', '«Five»'])
    expect(walk(tagged('“four,” and so on.', '«Five»'), 'previous')).toEqual([
      '‘two’',
      '“One ‘two’ three,”',
    ])
  })

  it('keeps those that are covered only in part or by pieces', () => {
    expect(walk(tagged('four'), 'next')).toContain('“four,”')
    expect(walk([{ spans: [spanOf('One'), spanOf('three,')] }], 'next')).toContain(
      '“One ‘two’ three,”',
    )
  })

  it('takes the one that begins at a caret for the next one', () => {
    const { start } = spanOf('“four')
    const caret = { anchor: start, focus: start }
    expect(untaggedQuotation(text, [], caret, 'next')).toEqual(spanOf('“four,”'))
    expect(untaggedQuotation(text, [], caret, 'previous')).toEqual(spanOf('‘two’'))
  })

  it('comes through every quotation of any text once', () => {
    const texts = fc
      .array(fc.oneof(arbitraryText, fc.constantFrom(' “', '” ', ' ‘', '’ ')), { maxLength: 8 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (any) => {
        const met: Span[] = []
        for (
          let found = untaggedQuotation(any, [], { anchor: 0, focus: 0 }, 'next');
          found !== null && met.length < 99;
        ) {
          met.push(found)
          found = untaggedQuotation(any, [], { anchor: found.end, focus: found.start }, 'next')
        }
        expect(met).toEqual(quotationsOf(any).map(({ outer }) => outer))
      }),
    )
  })
})
