import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip } from '../../../exchange.fixture.ts'
import { bratFormat as bratImport } from '../../../importers/formats/brat/brat.ts'
import { bratFormat } from './brat.ts'

describe('brat', () => {
  it('comes back as it was, and goes out again in the same bytes', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async (dataset) => {
        await expectRoundTrip(bratFormat, bratImport, dataset)
      }),
    )
  })
})
