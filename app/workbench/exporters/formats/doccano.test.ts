import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { doccanoFormat as doccanoImport } from '../../importers/formats/doccano.ts'
import { doccanoFormat } from './doccano.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(doccanoFormat, doccanoImport, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

/** What doccano reads of a line: whole numbers for ids, and offsets that are in order. */
const lineSchema = z.object({
  text: z.string().min(1),
  entities: z.array(
    z
      .object({
        id: z.int(),
        label: z.string().min(1),
        start_offset: z.int().nonnegative(),
        end_offset: z.int().nonnegative(),
        text: z.string(),
      })
      .refine(({ start_offset: start, end_offset: end }) => start < end),
  ),
  relations: z.array(
    z.object({ id: z.int(), from_id: z.int(), to_id: z.int(), type: z.string().min(1) }),
  ),
})

test('lines are as doccano reads them, and told where it shows an annotation in parts', () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const { files, changed } = filesOf(doccanoFormat, dataset)
      const lines = [...files.values()].join('').trimEnd().split('\n')
      const ids: number[] = []
      for (const line of lines) {
        const { text, entities, relations } = lineSchema.parse(JSON.parse(line))
        const characters = Array.from(text)
        for (const { start_offset: start, end_offset: end, text: quote } of entities) {
          expect(characters.slice(start, end).join('')).toBe(quote)
        }
        const own = new Set(entities.map(({ id }) => id))
        for (const { from_id: from, to_id: to } of relations) {
          expect(own.has(from) && own.has(to)).toBe(true)
        }
        ids.push(...entities.map(({ id }) => id), ...relations.map(({ id }) => id))
      }
      expect(new Set(ids).size).toBe(ids.length)
      const annotations = dataset.documents.flatMap(({ document }) => document.annotations)
      const inParts = annotations.filter(({ spans }) => spans.length > 1)
      expect(changed.map(({ id }) => id)).toEqual(inParts.map(({ id }) => id))
    }),
  )
})
