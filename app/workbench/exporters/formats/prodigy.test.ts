import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { prodigyFormat as prodigyImport } from '../../importers/formats/prodigy/prodigy.ts'
import { prodigyFormat } from './prodigy.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(prodigyFormat, prodigyImport, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

const spanSchema = z.object({
  start: z.number(),
  end: z.number(),
  token_start: z.number(),
  token_end: z.number(),
  label: z.string(),
  text: z.string(),
})
const taskSchema = z.object({
  text: z.string(),
  answer: z.literal('accept'),
  tokens: z.array(
    z.object({
      text: z.string(),
      start: z.number(),
      end: z.number(),
      id: z.number(),
      ws: z.boolean(),
    }),
  ),
  spans: z.array(spanSchema),
  relations: z.array(
    z.object({
      head: z.number(),
      child: z.number(),
      head_span: spanSchema,
      child_span: spanSchema,
      label: z.string(),
    }),
  ),
})

test('tokens are the text, and every span and relation is made of whole ones', () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const lines = [...filesOf(prodigyFormat, dataset).files.values()].join('').trimEnd()
      for (const line of lines.split('\n')) {
        const { text, tokens, spans, relations } = taskSchema.parse(JSON.parse(line))
        // As Python slices it.
        const characters = Array.from(text)
        const slice = (start: number, end: number) => characters.slice(start, end).join('')
        expect(tokens.map((token) => token.text + (token.ws ? ' ' : '')).join('')).toBe(text)
        for (const [index, token] of tokens.entries()) {
          expect(token.id).toBe(index)
          expect(slice(token.start, token.end)).toBe(token.text)
        }
        for (const span of spans) {
          expect(slice(span.start, span.end)).toBe(span.text)
          expect(tokens[span.token_start]?.start).toBe(span.start)
          expect(tokens[span.token_end]?.end).toBe(span.end)
        }
        for (const { head, child, head_span: from, child_span: to } of relations) {
          expect([head, child]).toEqual([from.token_end, to.token_end])
        }
      }
    }),
  )
})
