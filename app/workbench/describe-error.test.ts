import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { describeError, ThreadError } from './describe-error.ts'

const text = string({ unit: 'grapheme', minLength: 12, maxLength: 400 })

test('whatever an error says, its description does not, nor what caused it', () => {
  assert(
    property(text, (secret) => {
      const unparsed = thrownBy(() => JSON.parse(`"${secret}`))
      for (const error of [
        new Error(secret),
        new TypeError(`before\n${secret}\nafter`, { cause: new Error(secret) }),
        Object.assign(new Error(secret), { code: secret, name: secret }),
        unparsed,
        secret,
      ]) {
        expect(describeError(error)).not.toContain(secret)
      }
    }),
  )
})

test('a description tells kind, code and where, without folders', () => {
  const error = thrownBy(() => process.chdir('/no/such/folder of Ana'))
  const [head, first] = describeError(error).split('\n')
  expect(head).toBe('Error ENOENT')
  expect(first).toMatch(/^ {4}at [\w. ]+ \(\w+:\w+:\d+:\d+\)$|^ {4}at /)
  expect(describeError(error)).toContain('describe-error.test.ts:')
  expect(describeError(error)).not.toContain('Ana')
  expect(describeError(error)).not.toContain(import.meta.dirname)
})

test('what failed in a thread is told as the thread told it', () => {
  expect(describeError(new ThreadError('“Kyiv …” is not closed', 'SyntaxError'))).toBe(
    'SyntaxError',
  )
})

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
