import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  arbitraryLongRun,
  arbitrarySource,
  arbitraryString,
  arbitraryText,
  offsetsOf,
} from './arbitrary-text.ts'
import {
  graphemeCeiling,
  graphemeFloor,
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
} from './grapheme.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Every boundary of the text, found by segmenting the whole of it. */
function boundariesOf(text: string): readonly number[] {
  return [
    ...new Set([0, ...Array.from(segmenter.segment(text), ({ index }) => index), text.length]),
  ]
}

type Answers = {
  readonly boundary: readonly boolean[]
  readonly floor: readonly number[]
  readonly ceiling: readonly number[]
  readonly previous: readonly number[]
  readonly next: readonly number[]
}

function expected(text: string): Answers {
  const boundaries = boundariesOf(text)
  const descending = boundaries.toReversed()
  const offsets = offsetsOf(text)
  const known = new Set(boundaries)
  const after = firstWhere(boundaries, text.length, (boundary, offset) => boundary > offset)
  const from = firstWhere(boundaries, text.length, (boundary, offset) => boundary >= offset)
  const before = firstWhere(descending, 0, (boundary, offset) => boundary < offset)
  const upTo = firstWhere(descending, 0, (boundary, offset) => boundary <= offset)
  return {
    boundary: offsets.map((offset) => known.has(offset)),
    floor: offsets.map(upTo),
    ceiling: offsets.map(from),
    previous: offsets.map(before),
    next: offsets.map(after),
  }
}

function firstWhere(
  boundaries: readonly number[],
  otherwise: number,
  holds: (boundary: number, offset: number) => boolean,
): (offset: number) => number {
  return (offset) => boundaries.find((boundary) => holds(boundary, offset)) ?? otherwise
}

function actual(text: string): Answers {
  const offsets = offsetsOf(text)
  return {
    boundary: offsets.map((offset) => isGraphemeBoundary(text, offset)),
    floor: offsets.map((offset) => graphemeFloor(text, offset)),
    ceiling: offsets.map((offset) => graphemeCeiling(text, offset)),
    previous: offsets.map((offset) => previousGrapheme(text, offset)),
    next: offsets.map((offset) => nextGrapheme(text, offset)),
  }
}

describe('graphemes', () => {
  it('agree at every offset with a segmentation of the whole text', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText, arbitrarySource, arbitraryString), (text) => {
        expect(actual(text)).toEqual(expected(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('agree with it at every character of the scripts that come first, next to letters and quotation marks', () => {
    const units = Array.from({ length: 0x2100 }, (_, unit) => String.fromCharCode(unit))
    for (const neighbour of ['a', 'я', '”', '\u0301']) {
      const text = units.join(neighbour)
      const known = new Set(boundariesOf(text))
      const wrong = offsetsOf(text).filter(
        (offset) => isGraphemeBoundary(text, offset) !== known.has(offset),
      )
      expect(wrong).toEqual([])
    }
  })

  it('agree with it on long lines where a bounded look finds no certain boundary', () => {
    fc.assert(
      fc.property(arbitraryLongRun, fc.array(fc.nat(), { maxLength: 20 }), (text, places) => {
        const boundaries = boundariesOf(text)
        for (const place of places) {
          const offset = place % (text.length + 1)
          expect(graphemeFloor(text, offset)).toBe(
            boundaries.findLast((boundary) => boundary <= offset),
          )
          expect(graphemeCeiling(text, offset)).toBe(
            boundaries.find((boundary) => boundary >= offset),
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  it('keep an emoji family, a flag, a skin tone, an accent and a conjunct whole', () => {
    for (const whole of ['👨‍👩‍👧‍👦', '🇰🇵', '👍🏿', 'e\u0301', 'क्ष', '\u1112\u1161\u11ab', '\r\n']) {
      const text = `a${whole}b`
      expect(nextGrapheme(text, 1)).toBe(1 + whole.length)
      expect(previousGrapheme(text, 1 + whole.length)).toBe(1)
      for (let offset = 2; offset <= whole.length; offset += 1) {
        expect(isGraphemeBoundary(text, offset)).toBe(false)
        expect(graphemeFloor(text, offset)).toBe(1)
        expect(graphemeCeiling(text, offset)).toBe(1 + whole.length)
      }
    }
  })

  it('part an odd flag letter by its place in the run, not by its neighbours', () => {
    const text = '🇩🇪🇫🇷🇺'
    expect(offsetsOf(text).filter((offset) => isGraphemeBoundary(text, offset))).toEqual([
      0, 4, 8, 10,
    ])
  })

  it('take offsets outside the text as its ends', () => {
    fc.assert(
      fc.property(arbitraryText, fc.integer({ min: 1, max: 50 }), (text, distance) => {
        const below = -distance
        const above = text.length + distance
        expect([below, above].map((offset) => isGraphemeBoundary(text, offset))).toEqual([
          false,
          false,
        ])
        expect([graphemeFloor(text, below), graphemeCeiling(text, below)]).toEqual([0, 0])
        expect([graphemeFloor(text, above), graphemeCeiling(text, above)]).toEqual([
          text.length,
          text.length,
        ])
        expect(previousGrapheme(text, below)).toBe(0)
        expect(nextGrapheme(text, above)).toBe(text.length)
      }),
    )
  })
})
