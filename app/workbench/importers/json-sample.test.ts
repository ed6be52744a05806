import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { firstItemOf } from './json-sample.ts'

const fieldsIn = (sample: string) => Object.fromEntries(firstItemOf(sample)?.fields ?? [])

test('an object, the first of a list, and spaCy’s pairs are told apart', () => {
  const fields = { text: '"a, {b}"', 'na"me': '[1, {"x": "]"}]', last: 'true' }
  const item = '{"text": "a, {b}", "na\\"me": [1, {"x": "]"}], "last":true}'
  expect(firstItemOf(item)?.shape).toBe('object')
  expect(fieldsIn(item)).toEqual(fields)
  expect(firstItemOf(` [\n${item}, {"other": 1}]`)?.shape).toBe('objects')
  expect(fieldsIn(`[${item}]`)).toEqual(fields)
  expect(firstItemOf(`["a text", ${item}]`)?.shape).toBe('pair')
  expect(fieldsIn(`[["a text", ${item}]]`)).toEqual(fields)
})

test('what the first item has nothing in is told by the next one that has', () => {
  const lines =
    '{"text":"a","labels":[]}\n{"text":"b","labels":[[0,1,"x"]],"more":1}\n{"labels":[[2,3]]}\n'
  const expected = { text: '"a"', labels: '[[0,1,"x"]]', more: '1' }
  expect(fieldsIn(lines)).toEqual(expected)
  expect(fieldsIn(`[${lines.trim().replaceAll('\n', ',\n')}]`)).toEqual(expected)
})

test('what is no item of these shapes is none', () => {
  const others = [null, '', 'text', '[]', '[1, 2]', '["a", "b"]', '"a"', '[["a"]]', '[[1, {}]]']
  expect(others.map((sample) => firstItemOf(sample))).toEqual(others.map(() => null))
})

test('a sample that ends anywhere gives what is whole, and the beginning of what is not', () => {
  const json = fc.json().map((value) => `{"first": ${value}, "second": [${value}], "third": 1}`)
  fc.assert(
    fc.property(json, fc.nat(), (item, length) => {
      const cut = item.slice(0, length % (item.length + 1))
      const whole = fieldsIn(item)
      for (const [name, value] of Object.entries(fieldsIn(cut))) {
        expect(whole[name]?.startsWith(value.trimEnd())).toBe(true)
      }
    }),
  )
})
