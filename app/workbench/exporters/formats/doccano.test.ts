import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../exchange.fixture.ts'
import { doccanoFormat as doccanoImport } from '../../importers/formats/doccano.ts'
import { doccanoFormat } from './doccano.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(doccanoFormat, doccanoImport, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})
