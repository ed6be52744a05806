import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitrarySource, offsetsOf } from './arbitrary-text.ts'
import {
  lineEndRunsSchema,
  mapLineEnds,
  normalizeLineEnds,
  restoreLineEnds,
  summarizeLineEnds,
} from './line-ends.ts'

/** Line ends close together: runs, repeats and ends side by side. */
const lines = fc
  .array(fc.constantFrom('\r\n', '\n', '\r', 'a', '👍🏿', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''))
const sources = fc.oneof(lines, arbitrarySource)

/** Stored offset of every source offset, found by normalizing what stands before it. */
function storedOffsets(source: string): readonly number[] {
  return offsetsOf(source).map((offset) => {
    const insideCrlf = source[offset - 1] === '\r' && source[offset] === '\n'
    const before = source.slice(0, insideCrlf ? offset - 1 : offset)
    return before.replaceAll('\r\n', '\n').length
  })
}

function summaryOf(source: string): string {
  return summarizeLineEnds(normalizeLineEnds(source).lineEnds)
}

describe('normalizeLineEnds', () => {
  it('leaves only line feeds and touches nothing else', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text } = normalizeLineEnds(source)
        expect(text).not.toContain('\r')
        expect(text.split('\n')).toEqual(source.split(/\r\n|\r|\n/))
      }),
    )
  })

  it('can be turned back exactly', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text, lineEnds } = normalizeLineEnds(source)
        expect(restoreLineEnds(text, lineEnds)).toBe(source)
      }),
    )
  })

  it('makes the shortest runs, and none of a normalized text but line feeds', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text, lineEnds } = normalizeLineEnds(source)
        expect(lineEndRunsSchema.parse(lineEnds)).toEqual(lineEnds)
        expect(lineEnds.every(([kind], at) => kind !== lineEnds[at - 1]?.[0])).toBe(true)
        const again = normalizeLineEnds(text)
        expect(again.text).toBe(text)
        expect(again.lineEnds.every(([kind]) => kind === 'lf')).toBe(true)
      }),
    )
  })

  it('tells CRLF, CR and LF apart where they meet', () => {
    expect(normalizeLineEnds('a\r\r\n\n\r\nb\r\n')).toEqual({
      text: 'a\n\n\n\nb\n',
      lineEnds: [
        ['cr', 1],
        ['crlf', 1],
        ['lf', 1],
        ['crlf', 2],
      ],
    })
  })
})

describe('mapLineEnds', () => {
  it('agrees at every source offset with normalizing what stands before it', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text, lineEnds } = normalizeLineEnds(source)
        const map = mapLineEnds(text, lineEnds)
        expect(offsetsOf(source).map(map.toStored)).toEqual(storedOffsets(source))
      }),
    )
  })

  it('carries every stored offset to the first source offset that carries back to it', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text, lineEnds } = normalizeLineEnds(source)
        const map = mapLineEnds(text, lineEnds)
        const stored = storedOffsets(source)
        expect(offsetsOf(text).map(map.toSource)).toEqual(
          offsetsOf(text).map((offset) => stored.indexOf(offset)),
        )
      }),
    )
  })

  it('carries a slice of the source to the slice of the stored text it became', () => {
    fc.assert(
      fc.property(sources, fc.nat(), fc.nat(), (source, one, other) => {
        const { text, lineEnds } = normalizeLineEnds(source)
        const map = mapLineEnds(text, lineEnds)
        const ends = [one % (text.length + 1), other % (text.length + 1)]
        const [from, to] = [Math.min(...ends), Math.max(...ends)]
        const slice = source.slice(map.toSource(from), map.toSource(to))
        expect(normalizeLineEnds(slice).text).toBe(text.slice(from, to))
      }),
    )
  })
})

describe('summarizeLineEnds', () => {
  it('says one word for a whole source', () => {
    expect(summaryOf('one line')).toBe('none')
    expect(summaryOf('a\nb\n')).toBe('lf')
    expect(summaryOf('a\r\nb\r\n')).toBe('crlf')
    expect(summaryOf('a\rb')).toBe('cr')
    expect(summaryOf('a\r\nb\n')).toBe('mixed')
    expect(summaryOf('a\nb\r\nc\n')).toBe('mixed')
  })
})
