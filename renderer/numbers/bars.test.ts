import { expect, test } from 'vitest'

import { shareOf } from './bars.ts'

test('a share is all or nothing only where it is', () => {
  expect([shareOf(0, 0), shareOf(0, 7), shareOf(7, 7)]).toEqual(['0%', '0%', '100%'])
  expect([shareOf(1, 2), shareOf(1, 30), shareOf(4414, 4424)]).toEqual(['50%', '3.3%', '99.8%'])
  expect([shareOf(1, 500_000), shareOf(499_999, 500_000)]).toEqual(['0.1%', '99.9%'])
})
