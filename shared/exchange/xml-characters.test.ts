import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryString, arbitraryText } from '../text/arbitrary-text.ts'
import {
  escapeUnwritable,
  readName,
  spellName,
  unescapeUnwritable,
  unwritableIn,
  withStandIns,
  withoutStandIns,
} from './xml-characters.ts'

const anyString = fc.oneof(
  arbitraryString,
  fc.string({ unit: fc.constantFrom('\\', 'u', '0', '5', 'c', '\u0000', '_', 'x', '\ufffe') }),
)

describe('stand-ins', () => {
  it('are as long as what they stand for, and give it back', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText, anyString), (text) => {
        const written = withStandIns(text)
        expect(written.length).toBe(text.length)
        expect(unwritableIn(written)).toEqual([])
        expect(withoutStandIns(written, unwritableIn(text))).toBe(text)
      }),
    )
  })

  it('leave what XML can hold, its pictures of control characters too', () => {
    const text = 'tab\t line\n return\r next\u0085 ␀ \u2028 😀 \u{1FFFE}'
    expect(withStandIns(text)).toBe(text)
    expect(unwritableIn('a\u0000b\uffff')).toEqual([
      { offset: 1, character: '\u0000' },
      { offset: 3, character: '\uffff' },
    ])
  })

  it('stay where the text was changed since', () => {
    const replaced = [{ offset: 1, character: '\u0001' }]
    expect(withoutStandIns('abc', replaced)).toBe('abc')
    expect(withoutStandIns('a\u2401c', [...replaced, ...replaced])).toBe('a\u0001c')
  })
})

describe('escapeUnwritable', () => {
  it('can be undone for every string', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const written = escapeUnwritable(text)
        expect(unwritableIn(written)).toEqual([])
        expect(unescapeUnwritable(written)).toBe(text)
      }),
    )
  })

  it('leaves backslashes that begin no escape', () => {
    expect(escapeUnwritable('C:\\users \\n \\u00')).toBe('C:\\users \\n \\u00')
    expect(escapeUnwritable('\\u0041')).toBe('\\u005cu0041')
  })
})

describe('spellName', () => {
  it('gives ASCII names that give the string back', () => {
    fc.assert(
      fc.property(
        anyString.map((text) => text.toWellFormed()),
        (text) => {
          const name = spellName(text)
          expect(name).toMatch(/^(?:[A-Za-z_][0-9A-Za-z_]*)?$/)
          expect(readName(name)).toBe(text)
        },
      ),
    )
  })

  it('leaves plain words alone', () => {
    expect(spellName('certainty2')).toBe('certainty2')
    expect(spellName('source-type')).toBe('source_2d_type')
    expect(readName('snake_case')).toBe('snake_case')
  })
})
