import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { excerptOf } from './excerpt.ts'
import { isGraphemeBoundary } from './grapheme.ts'

const texts = fc.array(arbitraryText, { maxLength: 20 }).map((parts) => parts.join(' '))

test('an excerpt is a beginning of the text on one line, cut between graphemes', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = text.replaceAll(/\s+/gu, ' ')
      const excerpt = excerptOf(text)
      const begun = excerpt.endsWith('…') && excerpt !== line ? excerpt.slice(0, -1) : excerpt
      expect(line.startsWith(begun)).toBe(true)
      expect(begun.length).toBeLessThanOrEqual(60)
      expect(isGraphemeBoundary(line, begun.length)).toBe(true)
      expect(excerptOf(excerpt)).toBe(excerpt)
    }),
  )
})

test('an excerpt ends with a whole word, if that is not too long a one', () => {
  expect(
    excerptOf('The commission heard\nwitnesses on the state of the harbour, and adjourned.'),
  ).toBe('The commission heard witnesses on the state of the harbour…')
  expect(excerptOf('The commission heard witnesses on the states of the harbours.')).toBe(
    'The commission heard witnesses on the states of the…',
  )
  expect(excerptOf(`The ${'a'.repeat(80)}`)).toBe(`The ${'a'.repeat(55)}…`)
})
