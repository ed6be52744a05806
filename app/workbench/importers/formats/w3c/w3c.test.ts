import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { annotation, annotationContext, only, read } from './reading.fixture.ts'
import { w3cFormat } from './w3c.ts'

describe('layouts', () => {
  const [one, two] = [annotation({}), annotation({ id: 'https://notes.example/2' })]
  const page = { id: 'https://notes.example/p', type: 'AnnotationPage', items: [one, two] }

  it.each([
    ['a list', JSON.stringify([one, two]), ['[0]', '[1]']],
    ['JSON Lines', `${JSON.stringify(one)}\r\n\n${JSON.stringify(two)}`, ['line 1', 'line 3']],
    [
      'a page',
      JSON.stringify({ '@context': annotationContext, ...page }, null, 2),
      ['items[0]', 'items[1]'],
    ],
    [
      'a collection with its page in it',
      JSON.stringify(
        { '@context': annotationContext, type: 'AnnotationCollection', first: page, last: page },
        null,
        1,
      ),
      ['first, items[0]', 'first, items[1]'],
    ],
    [
      'a graph',
      JSON.stringify({ '@context': annotationContext, '@graph': [one, two] }, null, 1),
      ['@graph, [0]', '@graph, [1]'],
    ],
  ])('reads %s', async (_, text, places) => {
    const { annotations, refused, changed } = await read(text)
    expect({ refused, changed }).toEqual({ refused: [], changed: [] })
    expect(annotations.map(({ target }) => target)).toEqual(['https://news.example/a'])
    expect(annotations[0]?.annotations.map(({ place }) => place)).toEqual(places)
    expect(annotations[0]?.annotations.map(({ key }) => key)).toEqual([
      'https://notes.example/1',
      'https://notes.example/2',
    ])
  })

  it('reads pages that follow each other, and tells of those that are elsewhere', async () => {
    const last = { type: 'AnnotationPage', items: [two], next: 'https://notes.example/p3' }
    const first = { type: 'AnnotationPage', items: [one], next: last }
    const { annotations, changed } = await read({ type: 'AnnotationCollection', first })
    expect(annotations[0]?.annotations).toHaveLength(2)
    expect(changed.map(({ reason }) => reason)).toEqual([
      'Its next page (https://notes.example/p3) is not in the file. Import the file that has it as well.',
    ])
  })

  it('refuses what is no annotation where it stands, and goes on', async () => {
    const { annotations, refused } = await read([{ type: 'Squirrel' }, 7, null, one])
    expect(annotations[0]?.annotations).toHaveLength(1)
    expect(refused.map(({ place, thing }) => `${place}: ${thing}`)).toEqual([
      '[0]: annotation',
      '[1]: annotation',
      '[2]: annotation',
    ])
  })

  it('is told by its context, by its types, or by its name', async () => {
    const recognised = async (text: string, name: string) =>
      w3cFormat.recognise(await sampleOf(sourceFileOf(name, text)))
    expect(await recognised(JSON.stringify([one, two]), 'a.json')).toBe('certain')
    expect(await recognised(`${JSON.stringify(one)}\n`, 'a.jsonl')).toBe('certain')
    expect(await recognised(JSON.stringify(page), 'a.json')).toBe('likely')
    expect(await recognised('{"a": 1}', 'a.jsonld')).toBe('possible')
    expect(
      await recognised(
        JSON.stringify({ text: `see ${annotationContext}`, type: 'note' }),
        'a.json',
      ),
    ).toBe('no')
    expect(await recognised(`"@context": "${annotationContext}"`, 'a.txt')).toBe('no')
  })
})

describe('what is not right', () => {
  it.each([
    ['several ids', { id: ['urn:a:1', 'urn:a:2'] }, 'Its id is no single address'],
    ['a time that is none', { created: 'yesterday' }, 'is not a time'],
    [
      'several times',
      { modified: ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'] },
      'is not a time',
    ],
    ['a number for a body', { body: 6 }, 'a body without text or address'],
    [
      'a number for a text',
      { body: { type: 'TextualBody', value: 23 } },
      'a body without text or address',
    ],
    ['a text without end', { bodyValue: ['a', 'b'] }, 'a body without text or address'],
    [
      'two kinds of body',
      { body: { value: 'a' }, bodyValue: 'b' },
      'bodyValue of an annotation that has a body',
    ],
    ['a context of another', { '@context': ['fish', {}] }, 'read as a Web Annotation all the same'],
  ])('is told: %s', async (_, given, reason) => {
    const { annotations, changed, refused } = await read(annotation(given))
    expect(refused).toEqual([])
    const told = [...changed, ...annotations.flatMap((each) => each.changed)]
    expect(told.map((each) => each.reason).join(' ')).toContain(reason)
  })

  it('gives the second of one id an id of its own', async () => {
    const { annotations } = await read([annotation({}), annotation({})])
    expect(annotations[0]?.annotations.map(({ id }) => id)).toEqual([
      'https://notes.example/1',
      null,
    ])
    expect(annotations[0]?.changed).toMatchObject([{ code: 'alreadyExists', place: '[1]' }])
  })

  it.each([
    ['no JSON', 'this is not json'],
    ['a comma too many', '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",}'],
    ['nesting without end', `${'{"refinedBy":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['lists without end', '['.repeat(100_000)],
  ])('is refused: %s', async (_, text) => {
    const { annotations, documents, refused } = await read(text)
    expect([...annotations, ...documents]).toEqual([])
    expect(refused).toHaveLength(1)
  })

  it('names of the language itself are names like any other', async () => {
    const text = JSON.stringify(
      annotation({
        body: [
          { purpose: 'constructor', value: 'x' },
          { purpose: 'Z', value: 'y' },
        ],
      }),
    )
    const found = await only(text.replace('"Z"', '"__proto__"'))
    expect(Object.entries(found?.attributes ?? {})).toEqual([
      ['constructor', 'x'],
      ['__proto__', 'y'],
    ])
  })
})

const samples = join(import.meta.dirname, '../../../../../../shared/samples')

describe.skipIf(!existsSync(samples))('samples', () => {
  it('the W3C’s schemas and other tools’ files are no annotations: each is refused, with its place', async () => {
    const json = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(json|jsonl|jsonld|test)$/.test(name),
    )
    expect(json.length).toBeGreaterThan(150)
    for (const name of json) {
      const { documents, annotations, tagSets, refused } = await readFileAs(
        w3cFormat,
        sourceFileOf(name, readFileSync(join(samples, name))),
      )
      expect({ name, documents, annotations, tagSets }).toEqual({
        name,
        documents: [],
        annotations: [],
        tagSets: [],
      })
      expect(refused.length).toBeGreaterThan(0)
    }
  })
})
