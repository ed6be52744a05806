import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../../exchange.fixture.ts'
import { labelStudioFormat } from '../../../importers/formats/label-studio/label-studio.ts'
import { labelstudioFormat } from './labelstudio.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(labelstudioFormat, labelStudioFormat, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})
