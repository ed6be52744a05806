import { describe, expect, it } from 'vitest'

import { countOf, sizeOf } from './amounts.ts'

describe('countOf', () => {
  it.each([
    [0, '0 documents'],
    [1, '1 document'],
    [12_000, '12,000 documents'],
  ])('%d', (count, words) => {
    expect(countOf(count, 'document')).toBe(words)
  })
})

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
