import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { sourceFile } from '../../../exchange.fixture.ts'
import type { SourceFile } from '../../import-format.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { labelStudioFormat } from './label-studio.ts'

const readFile = (file: SourceFile) => readFileAs(labelStudioFormat, file)
const read = (...tasks: readonly unknown[]) =>
  readFile(sourceFileOf('tasks.json', JSON.stringify(tasks)))

const readWith = (config: string, ...tasks: readonly unknown[]) => {
  const files = new Map([
    ['tasks.json', Buffer.from(JSON.stringify(tasks))],
    ['config.xml', Buffer.from(config)],
  ])
  return readFile(sourceFile(files, 'tasks.json', 1000))
}

const text = 'Kim met Lee.'
const region = (id: string, start: number, end: number, labels: readonly string[]) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: text.slice(start, end), labels },
})
const about = (id: string, from_name: string, type: string, value: object) => ({
  id,
  from_name,
  to_name: 'text',
  type,
  value: { start: 0, end: 3, ...value },
})
const taskOf = (...result: readonly unknown[]) => ({
  id: 1,
  data: { text },
  annotations: [{ id: 5, completed_by: 9, created_at: '2024-01-30T02:40:43.893565Z', result }],
})

test('regions, relations in every direction, and who made them', async () => {
  const link = { type: 'relation', from_id: 'a', to_id: 'b' }
  const { documents, refused } = await read(
    taskOf(
      region('a', 0, 3, ['PER']),
      region('b', 8, 11, ['PER', 'GUEST']),
      { ...link, direction: 'right', labels: ['met'] },
      { ...link, direction: 'left', labels: [] },
      { ...link, direction: 'bi', labels: ['knows'] },
    ),
  )
  expect(refused).toEqual([])
  const [document] = documents
  expect(document?.annotations).toMatchObject([
    { label: 'PER', spans: [{ start: 0, end: 3 }], quote: 'Kim', annotator: 'user 9' },
    { label: 'PER', quote: 'Lee', createdAt: '2024-01-30T02:40:43.893565Z' },
    { label: 'GUEST', quote: 'Lee' },
  ])
  const [from, to] = document?.annotations.map(({ key }) => key) ?? []
  expect(document?.relations).toMatchObject([
    { type: 'met', from, to },
    { type: 'relation', from: to, to: from },
    { type: 'knows', from, to },
    { type: 'knows', from: to, to: from },
  ])
})

test('answers about a region are its attributes and note, those about the text its metadata', async () => {
  const { documents } = await read(
    taskOf(
      region('a', 0, 3, ['PER']),
      about('a', 'sure', 'choices', { choices: ['yes'] }),
      about('a', 'kinds', 'choices', { choices: ['one', 'two'] }),
      about('a', 'stars', 'rating', { rating: 4 }),
      about('a', 'topic', 'taxonomy', { taxonomy: [['World', 'Asia']] }),
      about('a', 'note', 'textarea', { text: ['Look', 'again'] }),
      { id: 'x', from_name: 'tone', type: 'choices', value: { choices: ['calm'] } },
      { id: 'y', from_name: 'summary', type: 'textarea', value: { text: 'They met.' } },
    ),
  )
  expect(documents[0]?.annotations).toMatchObject([
    {
      attributes: { sure: 'yes', kinds: ['one', 'two'], stars: 4, topic: 'World/Asia' },
      note: 'Look\nagain',
    },
  ])
  expect(documents[0]?.metadata.other).toEqual({ tone: 'calm', summary: 'They met.' })
})

test('the labelling interface beside the tasks says what answers mean', async () => {
  const { documents, tagSets } = await readWith(
    `<View>
      <Labels name="label" toName="body"><Label value="Person" alias="PER" background="#FF0000" hotkey="p"/></Labels>
      <Text name="body" value="$article"/>
      <Choices name="kinds" toName="body" perRegion="true" choice="multiple"><Choice value="one"/><Choice value="two"/></Choices>
      <Relations><Relation value="met"/></Relations>
    </View>`,
    {
      data: { title: 'Visit', article: text, other: 'more words' },
      annotations: [
        {
          result: [
            { ...region('a', 0, 3, ['PER']), to_name: 'body' },
            { ...about('a', 'kinds', 'choices', { choices: ['one'] }), to_name: 'body' },
          ],
        },
      ],
    },
  )
  expect(tagSets).toMatchObject([
    {
      labels: [
        {
          name: 'PER',
          color: '#ff0000',
          key: 'p',
          attributes: [{ id: 'kinds', kind: 'multipleChoice', options: ['one', 'two'] }],
        },
      ],
      relationTypes: [{ name: 'met' }],
    },
  ])
  expect(documents).toMatchObject([
    {
      text,
      metadata: { title: 'Visit', other: { other: 'more words' } },
      annotations: [{ attributes: { kinds: ['one'] } }],
    },
  ])
})

test('a labelling interface that cannot be read is passed over, and that is told', async () => {
  const { documents, changed } = await readWith('<View><Labels></View>', taskOf())
  expect(documents).toHaveLength(1)
  expect(changed.map(({ reason }) => reason)).toEqual([expect.stringContaining('config.xml')])
})

test('predictions wait for review with their scores', async () => {
  const { documents } = await read({
    data: { text },
    predictions: [
      {
        model_version: 'm1',
        score: 0.5,
        result: [
          region('a', 0, 3, ['PER']),
          { ...region('b', 8, 11, ['PER']), score: 0.9 },
          { id: 'x', from_name: 'tone', type: 'choices', value: { choices: ['calm'] } },
        ],
      },
    ],
  })
  expect(documents[0]?.annotations).toMatchObject([
    { annotator: 'm1', predicted: { score: 0.5 } },
    { annotator: 'm1', predicted: { score: 0.9 } },
  ])
  expect(documents[0]?.refused).toMatchObject([{ thing: 'other' }])
})

test('several annotators, one of whom skipped the task', async () => {
  const { documents } = await read({
    data: { text },
    annotations: [
      { completed_by: { email: 'ann@news.example' }, result: [region('a', 0, 3, ['PER'])] },
      {
        completed_by: { id: 2, first_name: 'Bo', last_name: 'Li' },
        result: [region('a', 8, 11, ['PER'])],
      },
      { completed_by: 3, was_cancelled: true, result: [region('c', 0, 3, ['PER'])] },
    ],
  })
  expect(documents[0]?.annotations.map(({ annotator }) => annotator)).toEqual([
    'ann@news.example',
    'Bo Li',
  ])
  expect(new Set(documents[0]?.annotations.map(({ key }) => key)).size).toBe(2)
  expect(documents[0]?.refused).toMatchObject([
    { thing: 'annotation', place: '[0], annotations[2].result[0]' },
  ])
})

test('offsets of versions that counted UTF-16 code units are told by their texts', async () => {
  const emoji = '😀 Kim met Lee.\nOff.'
  const with16 = (start: number, said: string) => ({
    ...region(said, start, start + said.replaceAll('\\n', '\n').length, ['PER']),
    value: { start, end: start + said.replaceAll('\\n', '\n').length, text: said, labels: ['PER'] },
  })
  const { documents } = await read(
    {
      data: { text: emoji },
      annotations: [{ result: [with16(3, 'Kim'), with16(11, 'Lee.\\nOff')] }],
    },
    {
      data: { text: emoji },
      annotations: [{ result: [with16(2, 'Kim'), with16(10, 'Lee.\\nOff')] }],
    },
  )
  expect(documents.map(({ offsetUnit }) => offsetUnit)).toEqual(['utf16', 'codePoint'])
  expect(documents[1]?.annotations.map(({ quote }) => quote)).toEqual(['Kim', 'Lee.\nOff'])
})

test('JSON-MIN', async () => {
  const { documents, refused } = await read({
    text,
    id: 3,
    label: [{ start: 0, end: 3, text: 'Kim', labels: ['PER'] }],
    tone: 'calm',
    annotator: 1,
    annotation_id: 4,
    created_at: '2024-01-30T02:40:43Z',
    updated_at: '2024-01-30T02:40:43Z',
    lead_time: 8.6,
  })
  expect(refused).toEqual([])
  expect(documents).toMatchObject([
    {
      text,
      annotations: [{ label: 'PER', quote: 'Kim', annotator: 'user 1' }],
      metadata: { other: { tone: 'calm' } },
    },
  ])
})

test('JSON-MIN without who annotated and when is known by its regions, also behind tasks without any', async () => {
  const items = [
    { text: 'None.', id: 1 },
    { text, id: 2, label: [{ start: 0, end: 3, text: 'Kim', labels: ['PER'] }] },
  ]
  const source = sourceFileOf('tasks.json', JSON.stringify(items))
  expect(labelStudioFormat.recognise(await sampleOf(source))).toBe('certain')
  const { documents, refused } = await read(...items)
  expect(refused).toEqual([])
  expect(documents).toMatchObject([
    { text: 'None.', annotations: [] },
    { text, annotations: [{ label: 'PER', quote: 'Kim' }] },
  ])
})

test('what cannot be read is refused by place, and the rest goes on', async () => {
  const { documents, refused } = await read(
    { annotations: [] },
    { data: { one: 'Some words', two: 'Other words' } },
    { data: { text: 'https://files.example/a.txt' } },
    { data: { dialogue: [{ author: 'A', text: 'Hi' }] } },
    taskOf(
      7,
      { ...region('a', 0, 3, []) },
      { ...region('b', 0, 3, ['PER']), value: { labels: ['PER'] } },
      { id: 'c', type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['Car'] } },
      { type: 'relation', from_id: 'a' },
      { ...region('d', 0, 3, ['PER']), to_name: 'other' },
      region('e', 0, 3, ['PER']),
      region('f', 8, 11, ['PER']),
    ),
  )
  expect(refused.map(({ place }) => place)).toEqual(['[0]', '[1]', '[2]', '[3]'])
  expect(documents[0]?.annotations.map(({ quote }) => quote)).toEqual(['Kim', 'Lee'])
  expect(documents[0]?.refused.map(({ thing, place }) => `${thing} ${place?.at(-2)}`)).toEqual([
    'annotation 0',
    'annotation 1',
    'annotation 2',
    'annotation 3',
    'relation 4',
    'annotation 5',
  ])
})

test('is recognised by its content', async () => {
  const recognise = async (content: string) =>
    labelStudioFormat.recognise(await sampleOf(sourceFileOf('a.json', content)))
  expect(await recognise('[{"id":1,"annotations":[{"result":[]}],"data":{"text":"a"}}]')).toBe(
    'certain',
  )
  expect(await recognise('{"id":1,"annotations":[{"id":4,"completed_by":1,"result":[{"va')).toBe(
    'certain',
  )
  expect(await recognise('[{"data":{"text":"a"}}]')).toBe('likely')
  expect(await recognise('[{"text":"a","annotation_id":1,"lead_time":2}]')).toBe('certain')
  expect(await recognise('[{"data":"a"}]')).toBe('no')
  expect(await recognise('{"text":"a"}')).toBe('no')
})

const samples = join(import.meta.dirname, '../../../../../../shared/samples/label-studio')
const sampleFile = (path: string) => sourceFileOf(path, readFileSync(join(samples, path)))

test.skipIf(!existsSync(samples))('files of Label Studio’s own examples', async () => {
  const predicted = await readFile(sampleFile('named_entity/tasks.json'))
  expect(predicted.documents[0]?.annotations).toMatchObject([
    { label: 'Date', quote: 'February 22', predicted: { score: null } },
  ])
  const annotated = await readFile(sampleFile('named_entity/annotations/1.json'))
  expect(annotated.documents[0]?.annotations).toMatchObject([
    { quote: 'February 22', predicted: null },
  ])
  const dialogue = await readFile(sampleFile('dialogue_analysis/annotations/1.json'))
  expect(dialogue.documents[0]?.metadata.other).toEqual({
    'chc-1': 'Neutral answer',
    answer: '5/5',
  })
})
