import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { outlineJson } from './json-outline.ts'

/** A text that is added in pieces of some length. */
function outlined(text: string, length = text.length): string {
  const outline = outlineJson()
  const parts: string[] = []
  for (let start = 0; start < text.length; start += length) {
    parts.push(outline.add(text.slice(start, start + length)))
  }
  return parts.join('')
}

test('strings are cut short and stay whole JSON, wherever pieces end', () => {
  const long = fc
    .array(fc.constantFrom('word ', '"', '\\', '\n', '\u0001', '😀', '[{', '\uD83D'), {
      maxLength: 3,
    })
    .map((parts) => parts.join('').repeat(1500))
  fc.assert(
    fc.property(fc.array(long), fc.integer({ min: 1, max: 50 }), (texts, length) => {
      const value = texts.map((text, index) => ({ text, labels: [[index, 5, 'A']] }))
      const short = outlined(JSON.stringify(value), length)
      const read: unknown = JSON.parse(short)
      expect(read).toEqual(
        value.map(({ text, labels }) => ({
          text: expect.toSatisfy((kept: string) => text.startsWith(kept) && kept.length <= 1010),
          labels,
        })),
      )
      expect(short).toBe(outlined(JSON.stringify(value)))
    }),
    { numRuns: 50 },
  )
})

test('what has no long string is as it was', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(outlined(json, 3)).toBe(json)
    }),
  )
})

test('the first item ends with its object, on a line and in a list', () => {
  for (const [before, after] of [
    ['{"a":{"b":[1]}', '}\n{"a":1'],
    ['[{"a":{"b":"}]"}', '},{"a":1'],
  ] as const) {
    const outline = outlineJson()
    outline.add(before)
    expect(outline.firstItemEnded()).toBe(false)
    outline.add(after)
    expect(outline.firstItemEnded()).toBe(true)
  }
})
