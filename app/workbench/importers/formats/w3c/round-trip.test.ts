import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../../exchange.fixture.ts'
import { defaultExportOptions } from '../../../exporters/export-format.ts'
import { w3cFormat as written } from '../../../exporters/formats/w3c.ts'
import { w3cFormat } from './w3c.ts'

test.each(['codePoint', 'utf16'] as const)(
  'what is written comes back whole, with positions in %ss',
  async (w3cUnits) => {
    const options = { ...defaultExportOptions, w3cUnits }
    const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
      await expectRoundTrip(written, w3cFormat, dataset, options)
    })
    await expect(fc.assert(property)).resolves.toBeUndefined()
  },
)
