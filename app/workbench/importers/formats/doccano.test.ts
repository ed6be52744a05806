import { expect, test } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { doccanoFormat } from './doccano.ts'

const read = (...items: readonly unknown[]) =>
  readFileAs(
    doccanoFormat,
    sourceFileOf('a.jsonl', items.map((item) => JSON.stringify(item)).join('\n')),
  )

const recognise = async (content: string) =>
  doccanoFormat.recognise(await sampleOf(sourceFileOf('a.jsonl', content)))

test.each(['label', 'labels', 'entities'])('spans as lists in “%s”', async (field) => {
  const { documents, refused } = await read({
    id: 7,
    text: 'Kim left.',
    [field]: [[0, 3, 'PER']],
    page: 2,
  })
  expect(refused).toEqual([])
  expect(documents).toMatchObject([
    {
      place: 'line 1',
      text: 'Kim left.',
      offsetUnit: 'codePoint',
      metadata: { other: { id: '7', page: '2' } },
      annotations: [{ label: 'PER', spans: [{ start: 0, end: 3 }], place: `line 1, ${field}[0]` }],
    },
  ])
})

test('entities, relations and comments', async () => {
  const { documents, refused } = await read({
    data: 'Kim met Lee.',
    entities: [
      { id: 11, label: 'PER', start_offset: 0, end_offset: 3 },
      { id: 12, label: 'PER', start_offset: 8, end_offset: 11 },
    ],
    relations: [{ id: 1, from_id: 11, to_id: 12, type: 'met' }],
    Comments: [{ id: 3, comment: 'Sure?' }],
    meta: { title: 'Visit', url: 'https://news.example/1' },
  })
  expect(refused).toEqual([])
  const [document] = documents
  expect(document?.metadata).toMatchObject({
    title: 'Visit',
    url: 'https://news.example/1',
    other: { Comments: 'Sure?' },
  })
  const [from, to] = document?.annotations.map(({ key }) => key) ?? []
  expect(document?.relations).toMatchObject([{ type: 'met', from, to }])
})

test('annotations of older versions, with numbers for labels', async () => {
  const { documents, changed } = await read({
    text: 'Kim left.',
    annotations: [{ label: 4, start_offset: 0, end_offset: 3, user: 1 }],
    annotation_approver: null,
  })
  expect(documents[0]?.annotations).toMatchObject([{ label: '4' }])
  expect(changed.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('user of annotations'),
  ])
})

test('labels of the whole text become metadata, and that is said', async () => {
  const { documents, refused } = await read({ text: 'Good.', label: ['positive', 'short'] })
  expect(refused).toEqual([])
  expect(documents[0]?.metadata.other).toEqual({ label: 'positive, short' })
  expect(documents[0]?.changed).toMatchObject([{ thing: 'label', place: 'line 1' }])
})

test('what cannot be read is refused by place, and the rest goes on', async () => {
  const { documents, refused } = await read(
    { label: [[0, 1, 'X']] },
    ['text'],
    {
      text: 'Kim left.',
      label: [[0, 3], ['0', 3, 'X'], [0, 3, 'PER'], null, { label: 'PER', start_offset: 1 }],
      relations: [{ from_id: 1, to_id: 2, type: 'met' }, { from_id: 1 }],
    },
    { text: 'Kim left.', label: [[4.5, 2, 'REVERSED']] },
  )
  expect(refused.map(({ place, thing }) => [place, thing])).toEqual([
    ['line 1', 'document'],
    ['line 2', 'document'],
  ])
  expect(documents[0]?.annotations).toHaveLength(1)
  expect(documents[0]?.refused.map(({ place, thing }) => [place, thing])).toEqual([
    ['line 3, label[0]', 'annotation'],
    ['line 3, label[1]', 'annotation'],
    ['line 3, label[3]', 'annotation'],
    ['line 3, label[4]', 'annotation'],
    ['line 3, relations[0]', 'relation'],
    ['line 3, relations[1]', 'relation'],
  ])
  // Offsets are not judged here: they are carried, and wait for review.
  expect(documents[1]?.annotations).toMatchObject([{ spans: [{ start: 4.5, end: 2 }] }])
})

test('a relation to an id that two entities have is refused', async () => {
  const entity = { id: 1, label: 'PER', start_offset: 0, end_offset: 3 }
  const { documents } = await read({
    text: 'Kim left.',
    entities: [entity, entity, { ...entity, id: 2 }],
    relations: [{ from_id: 1, to_id: 2, type: 'met' }],
  })
  expect(documents[0]?.annotations).toHaveLength(3)
  expect(new Set(documents[0]?.annotations.map(({ key }) => key)).size).toBe(3)
  expect(documents[0]?.relations).toEqual([])
  expect(documents[0]?.refused).toMatchObject([{ thing: 'relation' }])
})

test('offsets that its page wrote are told from those of its server where they can be', async () => {
  const text = '😀 Kim left.'
  const { documents } = await read(
    { text, label: [[2, 5, 'PER']] },
    { text, label: [[7, 12, 'DID']] },
    { text, entities: [{ id: 1, label: 'PER', start_offset: 3, end_offset: 6, text: 'Kim' }] },
  )
  expect(documents.map(({ offsetUnit, changed }) => [offsetUnit, changed.length])).toEqual([
    ['codePoint', 1],
    ['utf16', 1],
    ['utf16', 1],
  ])
})

test('is recognised by its content', async () => {
  expect(await recognise('{"text":"a","entities":[{"id":0,"start_offset":0')).toBe('certain')
  expect(await recognise('[{"text":"a","label":[[0, 1, "X"]]}]')).toBe('likely')
  expect(await recognise('{"id":1,"text":"a","label":[],"Comments":[]}')).toBe('likely')
  expect(await recognise('{"text":"a","label":["X"]}')).toBe('no')
  expect(await recognise('{"text":"a","entities":[[0,1,"X"]]}')).toBe('no')
  expect(await recognise('Text.')).toBe('no')
})

test('a line of ten million characters with many overlapping entities is read in one go', async () => {
  const text = 'word 😀 '.repeat(1_250_000)
  const entities = Array.from({ length: 100_000 }, (_, id) => ({
    id,
    label: 'X',
    start_offset: id,
    end_offset: id + 1000,
  }))
  const relations = entities.map(({ id }) => ({ from_id: id, to_id: 0, type: 'joins' }))
  const { documents, refused } = await read({ text, entities, relations })
  expect(refused).toEqual([])
  expect(documents[0]?.annotations).toHaveLength(100_000)
  expect(documents[0]?.relations).toHaveLength(100_000)
}, 60_000)
