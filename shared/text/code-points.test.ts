import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryString, offsetsOf } from './arbitrary-text.ts'
import { indexCodePoints } from './code-points.ts'

describe('indexCodePoints', () => {
  it('counts as the spread of the text does', () => {
    fc.assert(
      fc.property(arbitraryString, (text) => {
        expect(indexCodePoints(text).length).toBe(Array.from(text).length)
      }),
    )
  })

  it('agrees with the spread of the text at every code point', () => {
    fc.assert(
      fc.property(arbitraryString, (text) => {
        const index = indexCodePoints(text)
        const characters = Array.from(text)
        for (let codePoint = 0; codePoint <= characters.length; codePoint += 1) {
          const utf16 = characters.slice(0, codePoint).join('').length
          expect(index.toUtf16(codePoint)).toBe(utf16)
          expect(index.fromUtf16(utf16)).toBe(codePoint)
        }
      }),
    )
  })

  it('slices the same text in either unit', () => {
    fc.assert(
      fc.property(arbitraryString, fc.nat(), fc.nat(), (text, one, other) => {
        const index = indexCodePoints(text)
        const ends = [one % (index.length + 1), other % (index.length + 1)]
        const [from, to] = [Math.min(...ends), Math.max(...ends)]
        expect(text.slice(index.toUtf16(from), index.toUtf16(to))).toBe(
          Array.from(text).slice(from, to).join(''),
        )
      }),
    )
  })

  it('gives an offset inside a surrogate pair the code point of its character', () => {
    fc.assert(
      fc.property(arbitraryString, (text) => {
        const index = indexCodePoints(text)
        const starts = new Set(
          Array.from(text).map((_, at, all) => all.slice(0, at).join('').length),
        )
        const inside = offsetsOf(text).filter((at) => at < text.length && !starts.has(at))
        for (const offset of inside) {
          expect(index.fromUtf16(offset)).toBe(index.fromUtf16(offset - 1))
        }
      }),
    )
  })
})
