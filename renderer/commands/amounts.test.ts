import { describe, expect, it } from 'vitest'

import { sizeOf } from './amounts.ts'

describe('sizeOf', () => {
  it.each([
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [1024, '1 kB'],
    [1024 * 1024 - 1, '1 MB'],
    [1.25 * 1024 * 1024, '1.3 MB'],
    [32 * 1024 * 1024, '32 MB'],
  ])('%d', (bytes, words) => {
    expect(sizeOf(bytes)).toBe(words)
  })
})
