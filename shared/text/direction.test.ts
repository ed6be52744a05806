import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryString } from './arbitrary-text.ts'
import { directionOf } from './direction.ts'

describe('directionOf', () => {
  it('follows the letters that are more', () => {
    expect(directionOf('The bridge is safe.', null)).toBe('ltr')
    expect(directionOf('BBC: قالت المتحدثة إن الجسر آمن.', null)).toBe('rtl')
    expect(directionOf('“הגשר בטוח” (CNN, 2024)', 'en')).toBe('rtl')
    expect(directionOf('The newspaper האָרץ reported it.', 'he')).toBe('ltr')
    expect(directionOf('𞤀𞤣𞤤𞤢𞤥', null)).toBe('rtl')
    expect(directionOf('大桥是安全的', null)).toBe('ltr')
  })

  it('asks the language where the letters do not tell', () => {
    expect(directionOf('2024: 100%', 'ar')).toBe('rtl')
    expect(directionOf('א a', 'fa-IR')).toBe('rtl')
    expect(directionOf('א a', 'en')).toBe('ltr')
    expect(directionOf('', 'uz-Arab')).toBe('rtl')
    expect(directionOf('', 'uz')).toBe('ltr')
    expect(directionOf('—', null)).toBe('ltr')
    expect(directionOf('—', 'no language')).toBe('ltr')
  })

  it('is not changed by what has no direction of its own', () => {
    fc.assert(
      fc.property(
        arbitraryString,
        fc.constantFrom('12 ', '… ', '😀', ' (١٢) '),
        (text, neutral) => {
          expect(directionOf(`${neutral} ${text}`, null)).toBe(directionOf(text, null))
        },
      ),
    )
  })

  it('can be told early in a long text', () => {
    const text = 'الجسر آمن. '.repeat(2000) + 'The bridge is safe. '.repeat(10_000)
    expect(directionOf(text, null)).toBe('rtl')
  })
})
