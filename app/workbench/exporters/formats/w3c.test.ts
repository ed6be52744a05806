import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import type { Dataset } from '../../comparable-dataset.fixture.ts'
import { filesOf } from '../../exchange.fixture.ts'
import { defaultExportOptions, type ExportOptions } from '../export-format.ts'
import { w3cFormat } from './w3c.ts'

const samples = join(import.meta.dirname, '../../../../../shared/samples/w3c-web-annotation')

const collectionSchema = z.looseObject({
  first: z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) }).optional(),
  total: z.number(),
})
const segmentSchema = z.object({
  selector: z.tuple([
    z.object({ start: z.number(), end: z.number() }),
    z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  ]),
})
const segmentsSchema = z.union([segmentSchema.transform((one) => [one]), z.array(segmentSchema)])
const bodySchema = z.looseObject({ purpose: z.string(), value: z.string() })
const bodiesSchema = z.union([bodySchema.transform((one) => [one]), z.array(bodySchema)])

function collectionOf(dataset: Dataset, options: ExportOptions = defaultExportOptions) {
  const { files } = filesOf(w3cFormat, dataset, options)
  const [content] = [...files.values()]
  return collectionSchema.parse(JSON.parse(String(content)))
}

function itemsOf(dataset: Dataset, options?: ExportOptions) {
  return collectionOf(dataset, options).first?.items ?? []
}

test('every annotation is in the file, with its slices in the unit that the file names', () => {
  for (const w3cUnits of ['codePoint', 'utf16'] as const) {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const items = itemsOf(dataset, { ...defaultExportOptions, w3cUnits })
        for (const { document } of dataset.documents) {
          const units = w3cUnits === 'utf16' ? document.text.split('') : Array.from(document.text)
          for (const { id, quote } of document.annotations) {
            const item = items.find((one) => one.id === `urn:uuid:${id}`)
            const selectors = segmentsSchema.parse(item?.['target']).map((one) => one.selector)
            const sliced = selectors.map(([{ start, end }]) => units.slice(start, end).join(''))
            expect(sliced.join(' ')).toBe(quote)
            for (const [{ start, end }, { exact, prefix, suffix }] of selectors) {
              expect(units.slice(start, end).join('')).toBe(exact)
              expect(units.slice(0, start).join('').endsWith(prefix)).toBe(true)
              expect(units.slice(end).join('').startsWith(suffix)).toBe(true)
            }
          }
        }
      }),
    )
  }
})

test('label, note, speakers and attributes are bodies that other tools can show', () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const items = itemsOf(dataset)
      const names = new Map(dataset.head.speakers.map(({ id, name }) => [id, name]))
      for (const annotation of dataset.documents.flatMap(({ document }) => document.annotations)) {
        const item = items.find((one) => one.id === `urn:uuid:${annotation.id}`)
        const bodies = bodiesSchema.parse(item?.['body'])
        const said = (purpose: string) =>
          bodies.filter((body) => body.purpose === purpose).map(({ value }) => value)
        expect(said('tagging')).toEqual([annotation.label])
        expect(said('commenting')).toEqual(annotation.note === null ? [] : [annotation.note])
        expect(said('identifying')).toEqual(annotation.attribution.map((id) => names.get(id)))
        expect(said('describing')).toHaveLength(Object.keys(annotation.attributes).length)
      }
    }),
  )
})

test('the total is that of all items, each on a line of its own with an id of its own', () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const { total, first } = collectionOf(dataset)
      expect(first?.items).toHaveLength(total)
      expect(new Set(first?.items.map(({ id }) => id)).size).toBe(total)
      const [content] = [...filesOf(w3cFormat, dataset).files.values()]
      expect(String(content).split('\n')).toHaveLength(total + 3)
    }),
  )
})

test('a project without documents is a collection without pages', () => {
  const [any] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })
  if (any === undefined) throw new Error('no dataset')
  const { first, total } = collectionOf({ head: any.head, documents: [], relations: [] })
  expect({ first, total }).toEqual({ first: undefined, total: 0 })
})

/** A schema of the W3C as a newer draft has it, which the validator knows: some keywords have other names or values. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern)
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  const minimum = entries.find(([key]) => key === 'minimum')?.[1]
  return Object.fromEntries(
    entries.flatMap(([key, each]): readonly [string, unknown][] => {
      if (key === '$schema') return []
      if (key === 'id' && typeof each === 'string') return [['$id', each]]
      return [[key, key === 'exclusiveMinimum' && each === true ? minimum : modern(each)]]
    }),
  )
}

function readSchema(path: string): object {
  const schema = modern(JSON.parse(readFileSync(join(samples, path), 'utf8')))
  return z.looseObject({}).parse(schema)
}

/** Each assertion that an annotation must meet, as the W3C’s own test combines them. */
function assertions() {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: {
      uri: (text: string) => URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text),
      'date-time': (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success,
    },
  })
  for (const name of readdirSync(join(samples, 'definitions'))) {
    if (name.endsWith('.json')) ajv.addSchema(readSchema(`definitions/${name}`))
  }
  const combined = z.object({ assertions: z.array(z.string()) })
  const musts = readFileSync(join(samples, 'annotations/annotationMusts.test'), 'utf8')
  const paths = combined.parse(JSON.parse(musts)).assertions
  const compiled = paths.map((path) => ({ path, validate: ajv.compile(readSchema(path)) }))
  return {
    ajv,
    /** The assertions that a value does not meet. */
    unmet: (value: unknown) =>
      compiled.filter(({ validate }) => !validate(value)).map(({ path }) => path),
    count: paths.length,
  }
}

describe.skipIf(!existsSync(samples))('the W3C’s assertions', () => {
  it('are all met by every annotation', () => {
    const { unmet, count } = assertions()
    expect(count).toBeGreaterThan(50)
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        for (const item of itemsOf(dataset)) expect(unmet(item)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('are met by the collection and its page', () => {
    const { ajv } = assertions()
    const wanted = {
      collection: [
        'annotationCollectionTypeValueFound',
        'labelFound',
        'totalMoreThanZero',
        'firstValidIfPresent',
        'firstFound',
        'lastFound',
      ],
      page: ['annotationPageTypeValueFound', 'partOfFound', 'startIndexFound', 'itemsFound'],
    }
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const collection = collectionOf(dataset)
        const unmet = (names: readonly string[], value: unknown) =>
          names.filter(
            (name) => ajv.getSchema(`collections.json#/definitions/${name}`)?.(value) !== true,
          )
        expect(unmet(wanted.collection, collection)).toEqual([])
        expect(unmet(wanted.page, collection.first)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['without a context', { '@context': undefined }],
    ['without an id', { id: undefined }],
    ['with two ids', { id: ['urn:a:1', 'urn:a:2'] }],
    ['with an id that is no address', { id: 'no address' }],
    ['of another type', { type: 'Squirrel' }],
    ['without a target', { target: undefined }],
    ['with a number for a target', { target: 9 }],
    ['with a body and a string body', { body: 'urn:a:2', bodyValue: 'twice' }],
    ['with a made-up time', { created: 'yesterday' }],
    [
      'with a position without end',
      { target: { source: 'urn:a:3', selector: { type: 'TextPositionSelector', start: 1 } } },
    ],
    [
      'with a quote without text',
      { target: { source: 'urn:a:3', selector: { type: 'TextQuoteSelector', prefix: 'a' } } },
    ],
  ])('are not all met by an annotation %s', (_, wrong) => {
    const right = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:a:1',
      type: 'Annotation',
      target: 'urn:a:3',
    }
    const { unmet } = assertions()
    expect(unmet(right)).toEqual([])
    expect(unmet(JSON.parse(JSON.stringify({ ...right, ...wrong })))).not.toEqual([])
  })
})
