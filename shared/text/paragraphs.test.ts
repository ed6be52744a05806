import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText, offsetsOf } from './arbitrary-text.ts'
import { isHardWrapped, lineAround, paragraphAround, paragraphsOf } from './paragraphs.ts'

const wire =
  'SHUT\n\nThe mayor said the old\nbridge is safe, as\never.\n\nAn engineer\nfirmly\ndisagreed.\n'
const prose = 'Bridge shut\n\nThe mayor said the old bridge is safe.\nAn engineer disagreed.\n'

/** Texts that wrap their lines among them. */
const texts = fc.oneof(
  arbitraryText,
  fc.constantFrom(wire, prose),
  arbitraryText.map((text) => wire + text),
)

describe('lineAround', () => {
  it('holds the caret and no line feed, and ends at line feeds', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const offset of offsetsOf(text)) {
          const { start, end } = lineAround(text, offset)
          expect(start <= offset && offset <= end).toBe(true)
          expect(text.slice(start, end)).not.toContain('\n')
          expect(start === 0 || text[start - 1] === '\n').toBe(true)
          expect(end === text.length || text[end] === '\n').toBe(true)
        }
      }),
    )
  })
})

describe('paragraphs', () => {
  it('are the same around a caret and in the list of all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const all = paragraphsOf(text)
        for (const offset of offsetsOf(text)) {
          const expected = all.find(({ start, end }) => start <= offset && offset <= end) ?? null
          expect(paragraphAround(text, offset)).toEqual(expected)
        }
      }),
    )
  })

  it('are lines, and in a text that wraps its lines all up to an empty one', () => {
    const slices = (text: string) =>
      paragraphsOf(text).map(({ start, end }) => text.slice(start, end))
    expect(slices(prose)).toEqual([
      'Bridge shut',
      'The mayor said the old bridge is safe.',
      'An engineer disagreed.',
    ])
    expect(slices(wire)).toEqual([
      'SHUT',
      'The mayor said the old\nbridge is safe, as\never.',
      'An engineer\nfirmly\ndisagreed.',
    ])
    expect(slices(' \n\n')).toEqual([])
  })
})

describe('isHardWrapped', () => {
  it('tells texts that wrap their lines from those that do not', () => {
    expect(isHardWrapped(wire)).toBe(true)
    expect(isHardWrapped(prose)).toBe(false)
    expect(isHardWrapped('One line.')).toBe(false)
    expect(isHardWrapped('')).toBe(false)
    expect(isHardWrapped(`${wire}\n${'A line of prose. '.repeat(8)}\nand another`)).toBe(false)
  })
})
