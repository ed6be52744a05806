import { expect, it } from 'vitest'

import { delimiterOf } from './delimiter.ts'

it.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
  ['a\tb, c\n1\t2\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['title;text\n"One; two, three";"Four, five\nsix, seven"\nA;B\n', ';'],
  ['text\nOne, two\nThree\nFour, five, six\nSeven\n', ','],
  ['text\nOne\nTwo\n', ','],
  ['a,b', ','],
  ['"He said ""no, no""",x\n"y",z\n', ','],
  ['', ','],
])('%j is parted by %j', (sample, delimiter) => {
  expect(delimiterOf(sample)).toBe(delimiter)
})
