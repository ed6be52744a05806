import { readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { teiFormat as importFormat } from '../../importers/formats/tei.ts'
import { sourceFileOf } from '../../importers/source-file.fixture.ts'
import { readXml } from '../../importers/xml-source/xml-source.ts'
import { elementsBelow, xmlId } from '../../importers/xml-source/xml-tree.ts'
import { awkwardFields } from '../xml-text.fixture.ts'
import { teiFormat } from './tei.ts'
import { breachesOf } from './tei/content-models.fixture.ts'
import { w3cDate } from './tei/header.ts'

const schemaPath = process.env['TEI_ALL_RNG']

describe('teiFormat', () => {
  it('is read back as the same project and written as the same bytes', async () => {
    const property = fc.asyncProperty(arbitraryDataset, fc.boolean(), async (dataset, awkward) => {
      const given = awkward ? awkwardFields(dataset) : dataset
      await expectRoundTrip(teiFormat, importFormat, given)
    })
    await expect(fc.assert(property)).resolves.toBeUndefined()
  })

  it('is well-formed, all in the namespace of TEI', async () => {
    const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
      for (const [path, bytes] of filesOf(teiFormat, awkwardFields(dataset)).files) {
        const { root } = await readXml(sourceFileOf(path, bytes))
        const namespaces = new Set([...elementsBelow(root)].map(({ namespace }) => namespace))
        expect([...namespaces]).toEqual(['http://www.tei-c.org/ns/1.0'])
      }
    })
    await fc.assert(property, { numRuns: 30 })
  })
})

describe('validity', () => {
  it('keeps to content models that are in TEI All, with ids and pointers that lead to each other', async () => {
    const property = fc.asyncProperty(arbitraryDataset, fc.boolean(), async (dataset, awkward) => {
      const given = awkward ? awkwardFields(dataset) : dataset
      for (const [path, bytes] of filesOf(teiFormat, given).files) {
        const { root } = await readXml(sourceFileOf(path, bytes))
        const elements = [...elementsBelow(root)]
        expect(elements.flatMap(breachesOf)).toEqual([])
        const ids = elements.flatMap(({ attributes }) => attributes.get(xmlId) ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        const pointers = elements.flatMap(({ attributes }) =>
          ['ref', 'resp', 'active', 'passive'].flatMap((name) => attributes.get(name) ?? []),
        )
        const lost = pointers.filter((to) => to.startsWith('#') && !ids.includes(to.slice(1)))
        expect(lost).toEqual([])
      }
    })
    await fc.assert(property)
  })

  it('would not keep to them with an element, text or attribute more', async () => {
    const xml = '<spanGrp xmlns="http://www.tei-c.org/ns/1.0">x<span type="a b"/><seg/></spanGrp>'
    const { root } = await readXml(sourceFileOf('a.xml', xml))
    expect([...elementsBelow(root)].flatMap(breachesOf)).toEqual([
      'spanGrp holds # span seg ',
      'span holds ',
      'span/@type is a b',
      'seg is an element that is not written',
    ])
  })

  // The schema is not in any package: https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng
  it.skipIf(schemaPath === undefined)(
    'is valid against the schema of TEI All that TEI_ALL_RNG names',
    { timeout: 300_000 },
    () => {
      using schema = XmlDocument.fromBuffer(readFileSync(schemaPath ?? ''))
      using validator = RelaxNGValidator.fromDoc(schema)
      const datasets = fc.sample(arbitraryDataset, { numRuns: 200, seed: 1 })
      for (const dataset of [...datasets, ...datasets.map(awkwardFields)]) {
        for (const bytes of filesOf(teiFormat, dataset).files.values()) {
          using document = XmlDocument.fromBuffer(bytes)
          expect(() => validator.validate(document)).not.toThrow()
        }
      }
    },
  )
})

describe('w3cDate', () => {
  it.each(['2024', '2024-06', '2024-06-19', '2024-06-19T10:00:00Z', '1999-12-31T12:00:00.000Z'])(
    'takes %s',
    (date) => {
      expect(w3cDate(date)).toBe(date)
    },
  )

  it.each([
    '',
    '24',
    '2024-13',
    '2024-02-30',
    '2024-06T10:00:00',
    '2024-06-19T25:00:00Z',
    '0000',
    'June',
  ])('takes no “%s”', (date) => {
    expect(w3cDate(date)).toBeNull()
  })
})
