import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { prodigyFormat } from './prodigy.ts'

const read = (...items: readonly unknown[]) =>
  readFileAs(
    prodigyFormat,
    sourceFileOf('a.jsonl', items.map((item) => JSON.stringify(item)).join('\n')),
  )

const recognise = async (content: string) =>
  prodigyFormat.recognise(await sampleOf(sourceFileOf('a.jsonl', content)))

const tokens = [
  { text: 'Kim', start: 0, end: 3, id: 0, ws: true },
  { text: 'met', start: 4, end: 7, id: 1, ws: true },
  { text: 'Lee', start: 8, end: 11, id: 2, ws: false },
]
const kim = { start: 0, end: 3, token_start: 0, token_end: 0, label: 'PER' }
const lee = { start: 8, end: 11, token_start: 2, token_end: 2, label: 'PER' }
const task = { text: 'Kim met Lee', tokens, spans: [kim, lee], answer: 'accept' }

test('spans, with who answered and when', async () => {
  const { documents, refused, changed } = await read({
    ...task,
    _input_hash: 1,
    _annotator_id: 'news-ann',
    _timestamp: 1_700_000_000,
    meta: { source: 'Echo', section: 'World' },
  })
  expect(refused).toEqual([])
  expect(changed.map(({ reason }) => reason)).toEqual([expect.stringContaining('_input_hash')])
  expect(documents).toMatchObject([
    {
      offsetUnit: 'codePoint',
      metadata: { source: 'Echo', status: null, other: { section: 'World' } },
      annotations: [
        {
          label: 'PER',
          spans: [{ start: 0, end: 3 }],
          annotator: 'news-ann',
          createdAt: '2023-11-14T22:13:20.000Z',
        },
        { spans: [{ start: 8, end: 11 }] },
      ],
    },
  ])
})

test('spans by their tokens alone, and with the label of their task', async () => {
  const { documents } = await read({
    ...task,
    label: 'MEETING',
    spans: [{ token_start: 0, token_end: 1 }],
  })
  expect(documents[0]?.annotations).toMatchObject([
    { label: 'MEETING', spans: [{ start: 0, end: 7 }] },
  ])
})

test('relations by spans and by tokens; those between plain words are refused', async () => {
  const { documents } = await read({
    ...task,
    relations: [
      { head: 0, child: 2, head_span: kim, child_span: lee, label: 'MET', color: '#fff' },
      { head: 2, child: 0, label: 'MET_BY' },
      { head: 1, child: 0, label: 'SUBJECT' },
      { head: 0 },
    ],
  })
  const [from, to] = documents[0]?.annotations.map(({ key }) => key) ?? []
  expect(documents[0]?.relations).toMatchObject([
    { type: 'MET', from, to },
    { type: 'MET_BY', from: to, to: from },
  ])
  expect(documents[0]?.refused.map(({ place }) => place)).toEqual([
    'line 1, relations[2]',
    'line 1, relations[3]',
  ])
})

test.each(['reject', 'ignore'])(
  'the text of an example with the answer “%s” is kept without its spans',
  async (answer) => {
    const { documents } = await read({ ...task, answer })
    expect(documents).toMatchObject([
      { annotations: [], metadata: { status: 'setAside', other: { answer } } },
    ])
    expect(documents[0]?.refused.map(({ thing, place }) => [thing, place])).toEqual([
      ['annotation', 'line 1, spans[0]'],
      ['annotation', 'line 1, spans[1]'],
    ])
  },
)

test('spaCy’s training data', async () => {
  const pair = ['Kim left', { entities: [[0, 3, 'PER']] }]
  const expected = [{ text: 'Kim left', annotations: [{ label: 'PER' }] }]
  const inLines = await read(pair, { text: 'Kim left', entities: [[0, 3, 'PER', '']] })
  expect(inLines.documents).toMatchObject([...expected, ...expected])
  const inList = await readFileAs(
    prodigyFormat,
    sourceFileOf('a.json', JSON.stringify([pair, pair])),
  )
  expect(inList.documents).toMatchObject([...expected, ...expected])
  const groups = await read({
    text: 'Kim left',
    spans: {
      sc: [
        [0, 3, 'PER'],
        [0, 8, 'CLAIM'],
      ],
    },
  })
  expect(groups.documents[0]?.annotations).toMatchObject([{ label: 'PER' }, { label: 'CLAIM' }])
})

test('what cannot be read is refused by place, and the rest goes on', async () => {
  const { documents, refused } = await read(
    { spans: [kim] },
    {
      ...task,
      spans: [{ start: 0, end: 3 }, { start: '0', end: 3, label: 'X' }, { label: 'X' }, 1, kim],
    },
  )
  expect(refused.map(({ place, thing }) => [place, thing])).toEqual([['line 1', 'document']])
  expect(documents[0]?.annotations).toHaveLength(1)
  expect(documents[0]?.refused.map(({ place }) => place)).toEqual([
    'line 2, spans[0]',
    'line 2, spans[1]',
    'line 2, spans[2]',
    'line 2, spans[3]',
  ])
})

test('is recognised by its content', async () => {
  expect(await recognise('{"text":"a","_input_hash":1}')).toBe('certain')
  expect(await recognise('{"answer":"accept","meta":{},"text":"a very long te')).toBe('certain')
  expect(await recognise('{"text":"a","spans":[{"start":0,"end":1,"label":"X"}]}')).toBe('likely')
  expect(await recognise('{"text":"a","entities":[[0,1,"X"]]}')).toBe('likely')
  expect(await recognise('[["a",{"entities":[[0,1,"X"]]}]]')).toBe('likely')
  expect(await recognise('{"text":"a","answer":"42"}')).toBe('no')
  expect(await recognise('{"text":"a"}')).toBe('no')
})

test('a hundred thousand spans with as many relations are joined without looking at each pair', async () => {
  const spans = Array.from({ length: 100_000 }, (_, index) => ({
    start: index,
    end: index + 500,
    token_start: index,
    token_end: index + 500,
    label: 'X',
  }))
  const relations = spans.map(({ token_end: head }) => ({ head, child: 500, label: 'joins' }))
  const { documents } = await read({ text: 'a'.repeat(200_000), spans, relations })
  expect(documents[0]?.annotations).toHaveLength(100_000)
  expect(documents[0]?.relations).toHaveLength(100_000)
}, 60_000)

const sample = join(
  import.meta.dirname,
  '../../../../../../shared/samples/prodigy/news_headlines-ner.jsonl',
)

test.skipIf(!existsSync(sample))(
  'every span of a file that Prodigy wrote is its tokens',
  async () => {
    const { documents, refused } = await readFileAs(
      prodigyFormat,
      sourceFileOf('sample.jsonl', readFileSync(sample)),
    )
    expect(refused).toEqual([])
    expect(documents).toHaveLength(200)
    const annotations = documents.flatMap((document) => document.annotations)
    expect(annotations).toHaveLength(171)
    for (const { text, annotations: placed } of documents) {
      const { toUtf16 } = indexCodePoints(text)
      for (const { spans, quote } of placed) {
        const found = (spans ?? []).map(({ start, end }) =>
          text.slice(toUtf16(start), toUtf16(end)),
        )
        expect(found.join(' ').trim()).toBe(found.join(' '))
        expect(quote ?? found.join(' ')).toBe(found.join(' '))
      }
    }
  },
)
