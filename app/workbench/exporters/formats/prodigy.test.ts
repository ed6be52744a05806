import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../exchange.fixture.ts'
import { prodigyFormat as prodigyImport } from '../../importers/formats/prodigy/prodigy.ts'
import { prodigyFormat } from './prodigy.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(prodigyFormat, prodigyImport, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})
