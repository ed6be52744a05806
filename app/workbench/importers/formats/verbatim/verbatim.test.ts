import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../../exchange.fixture.ts'
import { jsonFormat } from '../../../exporters/formats/json.ts'
import { jsonlFormat } from '../../../exporters/formats/jsonl.ts'
import { sha256Of } from '../../../sha256.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { verbatimFormat } from './verbatim.ts'

test.each([jsonFormat, jsonlFormat])('$name comes back whole', async (format) => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(format, verbatimFormat, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

const read = (content: unknown, pieceBytes?: number) =>
  readFileAs(
    verbatimFormat,
    sourceFileOf(
      'a.json',
      typeof content === 'string' ? content : JSON.stringify(content),
      pieceBytes,
    ),
  )

const text = '😀 Kim left.\nShe said so.'
const time = '2026-01-01T00:00:00.000Z'
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const annotation = {
  id: idOf(2),
  label: 'claim',
  spans: [{ start: 3, end: 6, startCodePoint: 2, endCodePoint: 5 }],
  quote: 'Kim',
  prefix: '😀 ',
  suffix: ' left.',
  speaker: 'Kim Lee',
  attributes: { checkable: true },
  note: null,
  annotator: 'ann',
  createdAt: time,
  updatedAt: time,
}
const provenance = {
  fileName: 'a.txt',
  format: 'text',
  encoding: 'utf-8',
  byteOrderMark: true,
  byteLength: 30,
  sha256: sha256Of('a'),
  lineEnds: [['crlf', 1]],
  importedAt: time,
}
/** As version 1 had them: later fields are absent. */
const document = {
  id: idOf(1),
  title: 'Visit',
  source: 'Echo',
  language: 'en',
  status: 'done',
  text,
  sha256: sha256Of(text),
  provenance,
  annotations: [annotation],
}
const label = { id: 'claim', name: 'Claim', color: '#c2570c', key: '1', description: 'A claim.' }
const head = {
  format: 'verbatim',
  version: 1,
  generator: { name: 'Verbatim', version: '0.1.0' },
  offsetUnits: ['utf16', 'codePoint'],
  project: { name: 'News' },
  labels: [label],
}
const relation = { id: idOf(3), type: 'repeats', from: idOf(2), to: idOf(2) }
const version1 = { ...head, documents: [document], relations: [relation] }
const speaker = {
  id: idOf(9),
  name: 'Kim Lee',
  aliases: [],
  role: null,
  organisation: null,
  anonymous: false,
}
const version2 = {
  ...version1,
  version: 2,
  labels: [{ ...label, guideline: 'Look.', attributes: [], speaker: null, archived: true }],
  relationTypes: [{ id: 'repeats', name: 'repeats', description: '', from: [], to: [] }],
  speakers: [speaker],
  documents: [
    {
      ...document,
      direction: 'ltr',
      annotations: [{ ...annotation, attribution: [speaker.id] }],
    },
  ],
}

test('version 1: speakers are names, and there were the usual relation types', async () => {
  const { documents, tagSets, refused } = await read(version1)
  expect(refused).toEqual([])
  expect(tagSets).toMatchObject([
    { projectName: 'News', labels: [{ id: 'claim', archived: false }] },
  ])
  expect(tagSets[0]?.relationTypes.map(({ name }) => name)).toContain('denies')
  expect(documents).toMatchObject([
    {
      id: document.id,
      text,
      offsetUnit: 'utf16',
      provenance,
      metadata: { title: 'Visit', source: 'Echo', author: null, status: 'done', other: {} },
      annotations: [{ id: annotation.id, speakers: ['Kim Lee'], attributes: { checkable: true } }],
      relations: [relation],
      suggestions: [],
    },
  ])
})

test('version 2: speakers by their ids', async () => {
  const { documents, tagSets, refused } = await read(version2)
  expect(refused).toEqual([])
  expect(tagSets).toMatchObject([
    { labels: [{ guideline: 'Look.', archived: true, position: 0 }], speakers: [speaker] },
  ])
  expect(documents).toMatchObject([
    { metadata: { direction: 'ltr' }, annotations: [{ speakers: [speaker.id] }] },
  ])
})

test('a speaker whom the file does not have is left out, and that is told', async () => {
  const { documents } = await read({ ...version2, speakers: [] })
  expect(documents[0]?.annotations).toMatchObject([{ speakers: [] }])
  expect(documents[0]?.changed).toMatchObject([{ id: annotation.id, code: 'notFound' }])
})

test('suggestions come back as they are', async () => {
  const suggestion = {
    id: idOf(7),
    documentId: document.id,
    label: 'claim',
    reason: 'quoteDiffers',
    expected: 'Kim Lee',
    found: 'Kim left',
    proposal: [{ start: 3, end: 6 }],
    score: null,
    origin: 'a.ann, T4',
    attribution: [],
    attributes: {},
    note: 'Look',
    annotator: 'ann',
    relations: [relation],
    createdAt: time,
    updatedAt: time,
  }
  const suggestions = [suggestion, { ...suggestion, documentId: idOf(8) }, { id: 1 }]
  const { documents } = await read({
    ...version2,
    version: 3,
    documents: [{ ...document, suggestions }],
  })
  expect(documents[0]?.suggestions).toEqual([suggestion])
  expect(documents[0]?.refused.map(({ thing, place }) => [thing, place])).toEqual([
    ['suggestion', 'documents[0], suggestions[1]'],
    ['suggestion', 'documents[0], suggestions[2]'],
  ])
})

test('any layout is read the same', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    const [bytes] = filesOf(jsonFormat, dataset).files.values()
    const content = String(bytes)
    const value: unknown = JSON.parse(content)
    const [streamed, compact, pretty] = await Promise.all([
      read(content, 5),
      read(JSON.stringify(value)),
      read(JSON.stringify(value, null, 2)),
    ])
    const plain = (file: typeof streamed) =>
      JSON.stringify(file.documents).replaceAll(/"place":"[^"]*"/g, '')
    expect(plain(compact)).toBe(plain(streamed))
    expect(plain(pretty)).toBe(plain(streamed))
    expect([...streamed.refused, ...compact.refused, ...pretty.refused]).toEqual([])
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

test('documents that contradict themselves are refused by place, and the rest is read', async () => {
  const documents = [
    { ...document, text: `${text} ` },
    { ...document, title: '' },
    { ...document, text: 'a\rb', sha256: sha256Of('a\rb') },
    { ...document, text: '\ud83d', sha256: sha256Of('\ufffd') },
    'no document',
    document,
  ]
  const expected = [0, 1, 2, 3, 4].map((index) => `documents[${index}]`)
  const whole = await read({ ...version1, documents })
  expect(whole.refused.map(({ thing, place }) => [thing, place])).toEqual(
    expected.map((place) => ['document', place]),
  )
  expect(whole.documents).toHaveLength(1)
  const lines = documents.map((each) => JSON.stringify({ ...head, ...Object(each), relations: [] }))
  const jsonl = await read([...lines, '{"cut": '].join('\n'))
  expect(jsonl.refused.map(({ place }) => place)).toEqual([
    'line 1',
    'line 2',
    'line 3',
    'line 4',
    'line 5',
    'line 7',
  ])
  expect(jsonl.documents).toHaveLength(1)
})

test('annotations that contradict themselves are refused by place', async () => {
  const [span] = annotation.spans
  const annotations = [
    annotation,
    { ...annotation, id: idOf(21), spans: [{ ...span, startCodePoint: 3 }] },
    { ...annotation, id: idOf(22), spans: [{ ...span, start: 6, end: 3 }] },
    { ...annotation, id: idOf(23), spans: [{ ...span, start: 2.5 }] },
    { ...annotation, id: idOf(24), spans: [] },
    { ...annotation, id: 'x' },
    { ...annotation, note: '' },
    annotation,
  ]
  const { documents } = await read({ ...version1, documents: [{ ...document, annotations }] })
  expect(documents[0]?.annotations.map(({ id }) => id)).toEqual([annotation.id])
  expect(documents[0]?.refused.map(({ place, code }) => `${place?.at(-2)} ${code}`)).toEqual([
    '1 unlawful',
    '2 unlawful',
    '3 malformed',
    '4 malformed',
    '5 malformed',
    '6 malformed',
    '7 alreadyExists',
  ])
})

test('a file that was cut short keeps what was read of it', async () => {
  const content = `${JSON.stringify(head).slice(0, -1)},"documents":[\n${JSON.stringify(document)}`
  for (const cut of [content, `${content},\n{"id":`, `${content}\n],"relations":[{"id"`]) {
    const { documents, refused } = await read(cut)
    expect(documents.map(({ id }) => id)).toEqual([document.id])
    expect(refused).toMatchObject([{ code: 'malformed' }])
  }
})

test('a newer dataset is refused, and so is a tag set that is none', async () => {
  expect((await read({ ...version1, version: 4 })).refused).toMatchObject([{ code: 'tooNew' }])
  expect((await read({ ...version1, labels: [{ id: 1 }] })).refused).toMatchObject([
    { code: 'malformed' },
  ])
})

test('is recognised by its first field', async () => {
  const recognise = async (content: string) =>
    verbatimFormat.recognise(await sampleOf(sourceFileOf('a.json', content)))
  expect(await recognise(JSON.stringify(version1))).toBe('certain')
  expect(await recognise('{"format":"verbatim-tag-set","version":1}')).toBe('no')
})
