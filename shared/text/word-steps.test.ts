import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryText, offsetsOf } from './arbitrary-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { stepWord } from './word-steps.ts'

const text = 'The mayor’s “old” bridge.\n\nНовый мост — 橋は安全です'

test('steps from word to word by their starts and by their ends', () => {
  const starts: string[] = []
  for (let at = 0; at < text.length; at = stepWord(text, at, 'forward', 'start')) {
    starts.push(text.slice(at, at + 3))
  }
  expect(starts.slice(0, 6)).toEqual(['The', 'may', 'old', 'bri', 'Нов', 'мос'])
  expect(text.slice(0, stepWord(text, 5, 'forward', 'end'))).toBe('The mayor’s')
  expect(text.slice(0, stepWord(text, 11, 'back', 'end'))).toBe('The')
})

test('always moves, in its direction, to a grapheme boundary', () => {
  fc.assert(
    fc.property(
      arbitraryText,
      fc.constantFrom('back', 'forward'),
      fc.constantFrom('start', 'end'),
      (given, direction, edge) => {
        for (const offset of offsetsOf(given)) {
          const to = stepWord(given, offset, direction, edge)
          expect(isGraphemeBoundary(given, to)).toBe(true)
          const end = direction === 'back' ? 0 : given.length
          const moved = direction === 'back' ? to < offset : to > offset
          expect(offset === end ? to === end : moved).toBe(true)
        }
      },
    ),
  )
})
