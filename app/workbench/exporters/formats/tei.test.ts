import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { teiFormat as importFormat } from '../../importers/formats/tei.ts'
import { sourceFileOf } from '../../importers/source-file.fixture.ts'
import { readXml } from '../../importers/xml-source/xml-source.ts'
import { elementsBelow } from '../../importers/xml-source/xml-tree.ts'
import { awkwardFields } from '../xml-text.fixture.ts'
import { teiFormat } from './tei.ts'
import { w3cDate } from './tei/header.ts'

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
