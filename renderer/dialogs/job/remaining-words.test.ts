import { expect, test } from 'vitest'

import { remainingWords } from './remaining-words.ts'

test('an estimate is as coarse as it is long', () => {
  const words = [300, 12_000, 54_000, 56_000, 150_000, 3_590_000, 9_000_000].map(remainingWords)
  expect(words).toEqual([
    'a few seconds left',
    'about 20 seconds left',
    'about 60 seconds left',
    'about a minute left',
    'about 3 minutes left',
    'about an hour left',
    'about 3 hours left',
  ])
})
