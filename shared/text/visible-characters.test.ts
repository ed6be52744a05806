import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { visibleParts, type Spelling } from './visible-characters.ts'

const shown = (text: string, spelling: Spelling): string =>
  visibleParts(text, spelling)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.text}]`))
    .join('')

test('while reading only line ends and odd spaces are shown', () => {
  expect(shown('one two\u00a0three\n', 'reading')).toBe('one two[⍽]three[↵]')
  expect(shown('👨‍👩‍👧‍👦 می\u200cخواهم', 'reading')).toBe('👨‍👩‍👧‍👦 می\u200cخواهم')
})

test('where texts differ all spaces are shown and all that is not seen, but emoji stay whole', () => {
  expect(shown(' a\u200db\ufeff👨‍👩‍👧‍👦', 'whiteSpace')).toBe('[␣]a[U+200D]b[U+FEFF]👨‍👩‍👧‍👦')
})

test('characters that look alike are told by their numbers', () => {
  expect(shown('ï', 'codePoints')).toBe('ï[U+00EF]')
  expect(shown('i\u0308', 'codePoints')).toBe('i[U+0308]')
  expect(shown('“', 'codePoints')).toBe('“[U+201C]')
  expect(shown('𠮷', 'codePoints')).toBe('𠮷[U+20BB7]')
})

test('nothing that is seen goes missing', () => {
  fc.assert(
    fc.property(
      arbitraryText,
      fc.constantFrom<Spelling>('reading', 'whiteSpace', 'codePoints'),
      (text, spelling) => {
        const parts = visibleParts(text, spelling)
        const seen = (some: string): string => some.replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')
        const texts = parts.map((part) => (part.kind === 'text' ? part.text : ''))
        expect(seen(texts.join(''))).toBe(seen(text))
        // What shows nothing at all stands for something all the same.
        expect(parts.length > 0).toBe(text !== '')
        expect(parts.some((part) => part.text === '')).toBe(false)
      },
    ),
  )
})
