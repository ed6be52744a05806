import { describe, expect, it } from 'vitest'

import { endsInAbbreviation } from './abbreviations.ts'

describe('endsInAbbreviation', () => {
  it.each(['met Mr. ', 'the U.S.', 'by J.', '(Gen.', 'А. '])(
    'holds for %j before a name',
    (words) => {
      expect(endsInAbbreviation(words, 'S')).toBe(true)
    },
  )

  it.each(['No. ', 'in Sept.\n', 'on Jan.'])('holds for %j before a number only', (words) => {
    expect(endsInAbbreviation(words, '6')).toBe(true)
    expect(endsInAbbreviation(words, 'S')).toBe(false)
  })

  it.each(['He left.', 'no. ', 'Mr', 'NATO.', 'ends in 3.', '', '…'])(
    'does not hold for %j',
    (words) => {
      expect(endsInAbbreviation(words, 'S')).toBe(false)
      expect(endsInAbbreviation(words, '6')).toBe(false)
    },
  )
})
