import { expect, test } from 'vitest'

import { sameParts } from './same-parts.ts'

test.each([
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[], [], true],
  [[[]], [[]], false],
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [new Map([[1, 2]]), new Map([[1, 2]]), true],
  [null, null, true],
  [null, [], false],
  [Number.NaN, Number.NaN, true],
])('%o and %o are made of the same parts: %s', (one, other, expected) => {
  expect(sameParts(one, other)).toBe(expected)
  expect(sameParts(other, one)).toBe(expected)
})
