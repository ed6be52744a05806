import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { uimaJsonFormat } from './uima-json.ts'

const text = 'é🥳 said ␀'
const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: text }
const place = { '@sofa': 1, begin: 1, end: 3 }
const types = {
  'x.Claim': {
    '%NAME': 'x.Claim',
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    weight: { '%NAME': 'weight', '%RANGE': 'uima.cas.Double' },
  },
}

async function read(cas: Readonly<Record<string, unknown>>) {
  return readFileAs(uimaJsonFormat, sourceFileOf('a.json', JSON.stringify(cas)))
}

async function annotationsOf(
  structures: readonly object[] | Readonly<Record<string, object>>,
  header?: object,
) {
  const { documents } = await read({
    '%HEADER': header,
    '%TYPES': types,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4] } },
  })
  expect(documents.map((document) => document.text)).toEqual([text])
  return documents.flatMap(({ annotations, text: whole, offsetUnit }) =>
    annotations.map(({ key, label, spans, attributes }) => ({
      key,
      label,
      offsetUnit,
      spans,
      quote: whole.slice(spans?.[0]?.start, spans?.[0]?.end),
      attributes,
    })),
  )
}

describe('uimaJsonFormat', () => {
  it('reads a header that does not say what offsets count in, as in the specification', async () => {
    const claim = { '%ID': 2, '%TYPE': 'x.Claim', ...place, weight: 0.5 }
    const [bare, plain] = await Promise.all([
      annotationsOf([sofa, claim], { '%VERSION': '1.0.0' }),
      annotationsOf([sofa, claim]),
    ])
    expect(bare).toMatchObject([{ label: 'Claim', offsetUnit: 'utf16', quote: '🥳' }])
    expect(bare).toEqual(plain)
  })

  it('reads feature structures in any order, as a list and as an object', async () => {
    const claim = { '%TYPE': 'x.Claim', ...place, weight: 0.5, '#other': 'NaN', none: null }
    const expected = [
      {
        key: '2',
        label: 'Claim',
        offsetUnit: 'utf16',
        spans: [{ start: 1, end: 3 }],
        quote: '🥳',
        attributes: { weight: 0.5, other: 'NaN' },
      },
    ]
    expect(await annotationsOf([{ '%ID': 2, ...claim }, sofa])).toEqual(expected)
    expect(await annotationsOf({ 2: claim, 1: { ...sofa, '%ID': undefined } })).toEqual(expected)
  })

  it('reads arrays of strings, of numbers with special values, of bytes and of annotations', async () => {
    const [first] = await annotationsOf([
      sofa,
      { '%ID': 2, '%TYPE': 'x.Claim', ...place, '@tags': 5, '@floats': 6, '@bytes': 7, '@no': 8 },
      { '%ID': 5, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['a', 'b c'] },
      { '%ID': 6, '%TYPE': 'uima.cas.DoubleArray', '%ELEMENTS': [0.5, 'NaN', '-Infinity'] },
      { '%ID': 7, '%TYPE': 'uima.cas.ByteArray', '%ELEMENTS': 'VGhpcw==' },
      { '%ID': 8, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [null, 0] },
    ])
    expect(first?.attributes).toEqual({
      tags: ['a', 'b c'],
      floats: ['0.5', 'NaN', '-Infinity'],
      bytes: ['VGhpcw=='],
      no: [],
    })
  })

  it.each([
    ['UTF-16', { begin: 1, end: 3 }, 'utf16', { start: 1, end: 3 }],
    ['UTF-32', { begin: 1, end: 2 }, 'codePoint', { start: 1, end: 2 }],
    ['UTF-8', { begin: 2, end: 6 }, 'utf16', { start: 1, end: 3 }],
    ['UTF-8', { begin: 3, end: 99 }, 'utf16', { start: Number.NaN, end: Number.NaN }],
  ])('counts in what the header says: %s', async (unit, offsets, offsetUnit, span) => {
    const claim = { '%ID': 2, '%TYPE': 'x.Claim', '@sofa': 1, ...offsets }
    const [first] = await annotationsOf([sofa, claim], { 'offset-encoding': unit })
    expect(first).toMatchObject({ offsetUnit, spans: [span] })
  })

  it.each([
    ['a list', []],
    ['another object', { '%TYPES': [] }],
    ['another unit', { '%HEADER': { 'offset-encoding': 'EBCDIC' } }],
    ['no view', { '%TYPES': {}, '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [] } } }],
  ])('refuses %s', async (_, cas) => {
    const file = sourceFileOf('a.json', JSON.stringify(cas))
    const { documents, refused } = await readFileAs(uimaJsonFormat, file)
    expect([documents.length, refused.length]).toEqual([0, 1])
  })

  it('tells of feature structures that are none, and goes on', async () => {
    const { documents, refused } = await read({ '%FEATURE_STRUCTURES': [sofa, 7, { '%ID': 2 }] })
    expect(documents.length).toBe(1)
    expect(refused.map(({ place: where }) => where)).toEqual([
      '%FEATURE_STRUCTURES [1]',
      '%FEATURE_STRUCTURES [2]',
    ])
  })

  it('is known by its keywords', async () => {
    const recognised = async (content: string) =>
      uimaJsonFormat.recognise(await sampleOf(sourceFileOf('a.json', content)))
    expect(await recognised('{\n "%TYPES" : {')).toBe('certain')
    expect(await recognised('{"text": "\\"%TYPES\\": 1"}')).toBe('no')
    expect(await recognised('[{"%TYPES": {}}]')).toBe('no')
  })
})

const samples = join(import.meta.dirname, '../../../../../shared/samples/uima-cas/json')

describe.skipIf(!existsSync(samples))('JSON CAS of other tools', () => {
  const paths = (existsSync(samples) ? readdirSync(samples, { recursive: true }) : [])
    .map(String)
    .filter((path) => path.endsWith('.json') && statSync(join(samples, path)).isFile())
  const readSample = (path: string) =>
    readFileAs(uimaJsonFormat, sourceFileOf(path, readFileSync(join(samples, path))))

  it('has its emoji where they are', async () => {
    const path = 'fs_as_array/ser-ref/casWithEmojiUnicodeTextAndAnnotations/data.json'
    const [document] = (await readSample(path)).documents
    const quotes = document?.annotations.map(({ spans }) =>
      document.text.slice(spans?.[0]?.start, spans?.[0]?.end),
    )
    expect(quotes).toEqual(['🥳', 'This', '👳🏻‍♀️', 'is', '✆', 'a', '🧔🏾‍♂️', 'test', '👻'])
  })

  it.each(paths)('is read or told of: %s', async (path) => {
    const { documents, refused } = await readSample(path)
    expect(documents.length + refused.length).toBeGreaterThan(0)
  })
})
