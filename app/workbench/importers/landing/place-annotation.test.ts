import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breachOf } from '../../../../shared/model/annotation.ts'
import { arbitrarySource } from '../../../../shared/text/arbitrary-text.ts'
import { isGraphemeBoundary } from '../../../../shared/text/grapheme.ts'
import { quoteOf } from '../../../../shared/text/span.ts'
import type { ForeignAnnotation, ForeignSpan, OffsetUnit } from '../foreign.ts'
import { plainAnnotation } from '../plain-annotation.ts'
import { placeAnnotation, type Placement } from './place-annotation.ts'
import { searchQuotes } from './quote-search.ts'
import { landText } from './source-offsets.ts'

const nothing: ForeignAnnotation = {
  ...plainAnnotation,
  key: 'T1',
  place: 'line 1',
  label: 'claim',
  spans: null,
}

function place(source: string, given: Partial<ForeignAnnotation>, unit: OffsetUnit = 'utf16') {
  const landed = landText(source, unit)
  const ground = { source, landed, search: searchQuotes(landed.text), quoteForm: 'exact' as const }
  return { text: landed.text, placement: placeAnnotation({ ...nothing, ...given }, ground) }
}

/** A source and spans of it, in UTF-16 code units, on graphemes of neither it nor its stored text in particular. */
const spanned = arbitrarySource.chain((before) => {
  const source = `${before}word`
  const edge = fc.nat({ max: source.length })
  const span = fc.tuple(edge, edge).map(([one, other]): ForeignSpan => ({
    start: Math.min(one, other),
    end: Math.max(one, other),
  }))
  return fc.record({
    source: fc.constant(source),
    spans: fc.array(span, { minLength: 1, maxLength: 3 }),
  })
})

const codePointsOf = (source: string, { start, end }: ForeignSpan): ForeignSpan => ({
  start: Array.from(source.slice(0, start)).length,
  end: Array.from(source.slice(0, end)).length,
})

const stored = (text: string) => text.replaceAll(/\r\n?/g, '\n')

/** Both halves of every character and every line end are on one side of the edge. */
const isWhole = (source: string, at: number) =>
  !(source[at - 1] === '\r' && source[at] === '\n') && source.slice(0, at).isWellFormed()

/** How a place breaks the law of offsets, whether it is taken or proposed; `null` where it does not. */
function faultOf(text: string, placement: Placement) {
  const spans =
    placement.kind === 'placed'
      ? placement.spans
      : placement.kind === 'review'
        ? placement.proposal
        : null
  return spans === null ? null : breachOf(text, spans, quoteOf(text, spans))
}

describe('placeAnnotation', () => {
  it('never places what does not slice to its quote on whole characters, whatever the source says', () => {
    fc.assert(
      fc.property(spanned, fc.option(fc.string(), { nil: null }), ({ source, spans }, quote) => {
        const { text, placement } = place(source, { spans, quote })
        expect(faultOf(text, placement)).toBeNull()
        const given = spans.map(({ start, end }) => source.slice(start, end)).join(' ')
        const differs = quote !== null && stored(given) !== stored(quote)
        expect(differs && placement.kind === 'placed').toBe(false)
      }),
    )
  })

  it('carries both units through every line end to the very same characters', () => {
    fc.assert(
      fc.property(spanned, ({ source, spans: [span] }) => {
        fc.pre(span !== undefined && isWhole(source, span.start) && isWhole(source, span.end))
        const { start, end } = span ?? { start: 0, end: 0 }
        const quote = source.slice(start, end)
        const one = place(source, { spans: [{ start, end }], quote })
        const other = place(
          source,
          { spans: [codePointsOf(source, { start, end })], quote },
          'codePoint',
        )
        expect(other).toEqual(one)
        const from = stored(source.slice(0, start)).length
        const to = stored(source.slice(0, end)).length
        const lawful =
          from < to && isGraphemeBoundary(one.text, from) && isGraphemeBoundary(one.text, to)
        expect(one.placement.kind === 'placed').toBe(lawful)
        fc.pre(lawful)
        expect(one.placement).toMatchObject({ spans: [{ start: from, end: to }] })
        expect(one.text.slice(from, to)).toBe(stored(quote))
      }),
    )
  })

  it('sends offsets outside the text, reversed, or of no whole number to review', () => {
    for (const span of [
      { start: -1, end: 2 },
      { start: 0, end: 5 },
      { start: 3, end: 1 },
      { start: 0.5, end: 2 },
      { start: Number.NaN, end: 2 },
      { start: 0, end: Number.POSITIVE_INFINITY },
      { start: 0, end: 2 ** 60 },
    ]) {
      expect(place('word', { spans: [span] }).placement).toMatchObject({
        kind: 'review',
        reason: 'outsideText',
      })
    }
  })

  it('proposes the nearest place of a text that is not where its source says, and believes none', () => {
    const source = 'no yes no yes no'
    const { placement } = place(source, { spans: [{ start: 7, end: 9 }], quote: 'yes' })
    expect(placement).toEqual({
      kind: 'review',
      reason: 'quoteDiffers',
      expected: 'yes',
      found: 'no',
      proposal: [{ start: 10, end: 13 }],
    })
  })

  it('finds a text without a place only where it is once, its surroundings counted', () => {
    const source = 'He said no. She said no.'
    expect(place(source, { quote: 'She' }).placement).toMatchObject({
      kind: 'placed',
      mended: 'refound',
      spans: [{ start: 12, end: 15 }],
    })
    expect(place(source, { quote: 'said' }).placement).toMatchObject({ reason: 'ambiguous' })
    expect(place(source, { quote: 'said', prefix: 'She ' }).placement).toMatchObject({
      spans: [{ start: 16, end: 20 }],
    })
    expect(place(source, { quote: 'They' }).placement).toMatchObject({ reason: 'notFound' })
    expect(place('aa', { quote: 'a' }).placement).toMatchObject({ reason: 'ambiguous' })
  })

  it('proposes the only place of a text between other words than its source says', () => {
    const source = 'He said no. She said no.'
    const wrong = { quote: 'She', prefix: 'Then ', suffix: ' said' }
    expect(place(source, wrong).placement).toEqual({
      kind: 'review',
      reason: 'contextDiffers',
      expected: 'She',
      found: null,
      proposal: [{ start: 12, end: 15 }],
    })
    expect(place(source, { quote: 'said', suffix: ' yes' }).placement).toMatchObject({
      reason: 'ambiguous',
      proposal: null,
    })
    expect(place(source, { quote: 'They', suffix: ' said' }).placement).toMatchObject({
      reason: 'notFound',
      proposal: null,
    })
  })

  it('puts pieces in order and joins those that overlap', () => {
    const source = 'one two three'
    const spans = [
      { start: 8, end: 13 },
      { start: 0, end: 3 },
    ]
    expect(place(source, { spans, quote: 'three one' }).placement).toMatchObject({
      mended: 'sorted',
      spans: [spans[1], spans[0]],
    })
    const overlapping = [
      { start: 0, end: 5 },
      { start: 4, end: 7 },
    ]
    expect(place(source, { spans: overlapping }).placement).toMatchObject({
      mended: 'joined',
      spans: [{ start: 0, end: 7 }],
    })
    expect(place(source, { spans: [{ start: 2, end: 2 }] }).placement).toEqual({ kind: 'empty' })
  })
})
