import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { uimaJsonFormat as importFormat } from '../../importers/formats/uima-json.ts'
import { awkwardFields } from '../xml-text.fixture.ts'
import { uimaJsonFormat } from './uima-json.ts'

const casSchema = z.strictObject({
  '%HEADER': z.strictObject({ 'offset-encoding': z.literal('UTF-16') }),
  '%TYPES': z.record(z.string(), z.record(z.string(), z.unknown())),
  '%FEATURE_STRUCTURES': z.array(z.looseObject({ '%ID': z.int().positive(), '%TYPE': z.string() })),
  '%VIEWS': z.strictObject({
    _InitialView: z.strictObject({ '%SOFA': z.literal(1), '%MEMBERS': z.array(z.int()) }),
  }),
})

describe('uimaJsonFormat', () => {
  it('is read back as the same project and written as the same bytes', async () => {
    const property = fc.asyncProperty(arbitraryDataset, fc.boolean(), async (dataset, awkward) => {
      const given = awkward ? awkwardFields(dataset) : dataset
      await expectRoundTrip(uimaJsonFormat, importFormat, given)
    })
    await expect(fc.assert(property)).resolves.toBeUndefined()
  })

  it('has unique ids, what is referred to, and descriptions of all types and features', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        for (const bytes of filesOf(uimaJsonFormat, awkwardFields(dataset)).files.values()) {
          const cas = casSchema.parse(JSON.parse(bytes.toString('utf8')))
          const structures = cas['%FEATURE_STRUCTURES']
          const ids = new Set(structures.map((each) => each['%ID']))
          expect(ids.size).toBe(structures.length)
          for (const id of cas['%VIEWS']['_InitialView']['%MEMBERS']) expect(ids.has(id)).toBe(true)
          const own = structures.filter((each) => !each['%TYPE'].startsWith('uima.'))
          for (const { '%TYPE': type, ...features } of own) {
            const names = Object.keys(features).filter((name) => !name.startsWith('%'))
            const far = names.filter((name) => name.startsWith('@')).map((name) => features[name])
            expect(far.filter((id) => !ids.has(z.int().parse(id)))).toEqual([])
            const inherited = new Set(['sofa', 'begin', 'end', 'language'])
            const described = (name: string) => cas['%TYPES'][type]?.[name] !== undefined
            const plain = names.map((name) => name.replace(/^@/, ''))
            expect(plain.filter((name) => !inherited.has(name) && !described(name))).toEqual([])
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
