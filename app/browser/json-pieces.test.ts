import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { jsonInChunks, jsonOf, jsonPieces } from './json-pieces.ts'

test('pieces make the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 650 }), (value, length) => {
      const given = { value, list: Array.from({ length }, (_, index) => ({ index, value })) }
      expect([...jsonPieces(given)].join('')).toBe(JSON.stringify(given))
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value))
    }),
    { numRuns: 100 },
  )
})

test('a long list comes in several, and what is undefined is left out', () => {
  const list = Array.from({ length: 1000 }, (_, index) => index)
  const given = { ok: true, gone: undefined, value: { list } }
  const pieces = [...jsonPieces(given)]
  expect(pieces.length).toBeGreaterThan(5)
  expect(pieces.join('')).toBe(JSON.stringify(given))
})

async function chunksOf(value: unknown): Promise<readonly string[]> {
  const chunks: string[] = []
  for await (const chunk of jsonInChunks(value)) chunks.push(chunk)
  return chunks
}

test('a long answer is sent in chunks, a short one in one', async () => {
  const list = Array.from({ length: 40_000 }, (_, index) => `Document ${index}`)
  const chunks = await chunksOf({ ok: true, value: { list } })
  expect(chunks.length).toBeGreaterThan(3)
  expect(chunks.join('')).toBe(JSON.stringify({ ok: true, value: { list } }))
  expect(await chunksOf({ ok: true, value: null })).toHaveLength(1)
  expect(await jsonOf(list)).toBe(JSON.stringify(list))
})
