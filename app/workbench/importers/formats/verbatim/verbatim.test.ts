import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../../exchange.fixture.ts'
import { jsonFormat } from '../../../exporters/formats/json.ts'
import { jsonlFormat } from '../../../exporters/formats/jsonl.ts'
import { verbatimFormat } from './verbatim.ts'

test.each([jsonFormat, jsonlFormat])('$name comes back whole', async (format) => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(format, verbatimFormat, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})
