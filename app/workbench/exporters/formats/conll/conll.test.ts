import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareSpans } from '../../../../../shared/text/span.ts'
import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import type { Dataset } from '../../../comparable-dataset.fixture.ts'
import { expectRoundTrip } from '../../../exchange.fixture.ts'
import { conllFormat as conllImport } from '../../../importers/formats/conll/conll.ts'
import { conllFormat } from './conll.ts'

const options = { w3cUnits: 'codePoint', overlaps: 'longest' } as const

/** Which of two annotations of the same words came first is not in the columns: they are in the order of these. */
function inOrderOfColumns(dataset: Dataset): Dataset {
  const column = new Map(dataset.head.labels.map(({ id }, index) => [id, index]))
  const documents = dataset.documents.map(({ document, ...rest }) => {
    const annotations = document.annotations.toSorted(
      (one, other) =>
        compareSpans(one.spans, other.spans) ||
        (column.get(one.label) ?? 0) - (column.get(other.label) ?? 0),
    )
    return { ...rest, document: { ...document, annotations } }
  })
  return { ...dataset, documents }
}

describe('CoNLL', () => {
  it.each(['longest', 'first', 'separate-columns'] as const)(
    'comes back as it was, and goes out again in the same bytes (%s)',
    async (overlaps) => {
      expect.hasAssertions()
      await fc.assert(
        fc.asyncProperty(arbitraryDataset, async (dataset) => {
          await expectRoundTrip(conllFormat, conllImport, inOrderOfColumns(dataset), {
            ...options,
            overlaps,
          })
        }),
      )
    },
  )
})
