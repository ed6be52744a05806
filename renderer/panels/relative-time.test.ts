import { describe, expect, it } from 'vitest'

import { timeInWords } from './relative-time.ts'

// Local times: what a day is depends on where the reader is.
const now = new Date(2026, 10, 20, 15, 0).getTime()

describe('timeInWords', () => {
  it.each([
    [new Date(2026, 10, 20, 14, 59, 30), 'just now'],
    [new Date(2026, 10, 20, 15, 1), 'just now'],
    [new Date(2026, 10, 20, 14, 58, 30), '1 minute ago'],
    [new Date(2026, 10, 20, 9, 30), '5 hours ago'],
    [new Date(2026, 10, 19, 23, 59), 'yesterday'],
    [new Date(2026, 10, 19, 0, 0), 'yesterday'],
    [new Date(2026, 10, 13, 18, 0), '7 days ago'],
    [new Date(2026, 10, 12, 18, 0), '12 Nov 2026'],
  ])('%s', (then, words) => {
    expect(timeInWords(then.getTime(), now)).toBe(words)
  })
})
