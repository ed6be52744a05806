import { expect, test } from 'vitest'

import { shownAround } from './occurrence-groups.ts'

const text = 'President Ana Holm spoke of the operations of Kanal 6 in the harbour.'

function around(quote: string, reach: number) {
  const start = text.indexOf(quote)
  const end = start + quote.length
  const before = text.slice(Math.max(0, start - reach), start)
  return shownAround(
    { before, after: text.slice(end, end + reach), span: { start, end } },
    text.length,
  )
}

test('words that were cut are left out, and the text is seen to go on', () => {
  expect(around('spoke', 13)).toEqual({ before: '…Ana Holm ', after: ' of the…' })
})

test('nothing is left out where the text begins and ends', () => {
  expect(around('spoke', 80)).toEqual({
    before: 'President Ana Holm ',
    after: ' of the operations of Kanal 6 in the harbour.',
  })
})

test('a text without spaces is shown as it was cut', () => {
  const span = { start: 4, end: 5 }
  expect(shownAround({ before: '野家は', after: 'を𠮷に', span }, 20)).toEqual({
    before: '…野家は',
    after: 'を𠮷に…',
  })
})
