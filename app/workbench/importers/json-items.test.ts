import { expect, test } from 'vitest'

import { jsonItems } from './json-items.ts'
import { Refusal } from './refusal.ts'
import { sourceFileOf } from './source-file.fixture.ts'

async function itemsOf(content: string | Uint8Array): Promise<readonly unknown[]> {
  const items: unknown[] = []
  for await (const item of jsonItems(sourceFileOf('a.json', content, 3))) {
    items.push('refusal' in item ? [item.place, item.refusal.code] : [item.place, item.value])
  }
  return items
}

const a = { a: 1 }
const b = { b: 'x\n😀' }

test('JSON Lines, with and without empty lines and a byte order mark', async () => {
  const lines = `${JSON.stringify(a)}\r\n\n${JSON.stringify(b)}`
  const expected = [
    ['line 1', a],
    ['line 3', b],
  ]
  expect(await itemsOf(lines)).toEqual(expected)
  expect(await itemsOf(`\uFEFF${lines}\n`)).toEqual(expected)
})

test('lists, however they are laid out', async () => {
  const expected = [
    ['[0]', a],
    ['[1]', b],
  ]
  expect(await itemsOf(JSON.stringify([a, b]))).toEqual(expected)
  expect(await itemsOf(JSON.stringify([a, b], null, 2))).toEqual(expected)
  expect(await itemsOf(`[\n${JSON.stringify(a)},\n${JSON.stringify(b)}\n]\n`)).toEqual([
    ['line 2', a],
    ['line 3', b],
  ])
  expect(await itemsOf('[]')).toEqual([])
})

test('one item, and spaCy’s pairs', async () => {
  expect(await itemsOf(JSON.stringify(a, null, 2))).toEqual([[null, a]])
  expect(await itemsOf(JSON.stringify(a))).toEqual([['line 1', a]])
  expect(await itemsOf('["text", {"entities": []}]')).toEqual([[null, ['text', { entities: [] }]]])
  expect(await itemsOf('["text", {}]\n["other", {}]')).toEqual([
    ['line 1', ['text', {}]],
    ['line 2', ['other', {}]],
  ])
})

test('an item that is no JSON is refused by place, and the rest is read', async () => {
  expect(await itemsOf(`${JSON.stringify(a)}\n{"cut": "\n${JSON.stringify(b)}`)).toEqual([
    ['line 1', a],
    ['line 2', 'malformed'],
    ['line 3', b],
  ])
  expect(await itemsOf(`{"cut": "\n${JSON.stringify(b)}`)).toEqual([
    ['line 1', 'malformed'],
    ['line 2', b],
  ])
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(await itemsOf(`${JSON.stringify(a)}\n${deep}`)).toEqual([
    ['line 1', a],
    ['line 2', 'hostile'],
  ])
})

test('a list that is cut short says so at its end', async () => {
  expect(await itemsOf(`[\n${JSON.stringify(a)},\n`)).toEqual([
    ['line 2', a],
    [null, 'malformed'],
  ])
})

test('a list in UTF-16 is read, and one in an older encoding refused: nothing says which', async () => {
  const list = JSON.stringify([{ a: 'déjà vu' }], null, 1)
  expect(await itemsOf(Buffer.from(`\uFEFF${list}`, 'utf16le'))).toEqual([
    ['[0]', { a: 'déjà vu' }],
  ])
  await expect(itemsOf(Buffer.from(list, 'latin1'))).rejects.toMatchObject({
    remark: { code: 'undecodable', place: 'line 3' },
  })
})

test('what is no JSON at all is refused as a whole', async () => {
  await expect(itemsOf('{"a": 1')).rejects.toBeInstanceOf(Refusal)
  await expect(itemsOf('Text.\nMore text.')).rejects.toBeInstanceOf(Refusal)
})
