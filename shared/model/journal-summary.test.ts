import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryChange } from './arbitrary-change.ts'
import { invertChanges, subjectOf } from './change.ts'
import { extentOfChanges } from './journal-summary.ts'

const changes = fc.array(arbitraryChange, { maxLength: 12 })

test('each thing counts once, and undoing is about the same things', () => {
  fc.assert(
    fc.property(changes, (series) => {
      const { subjects, documentId } = extentOfChanges([...series, ...series])
      const things = new Set(series.map((change) => `${change.entity} ${subjectOf(change)}`))
      const total = Object.values(subjects).reduce((sum, count) => sum + count, 0)
      expect(total).toBe(things.size)
      expect(extentOfChanges(invertChanges(series))).toEqual({ subjects, documentId })
    }),
  )
})

test('the document is that of all annotations and suggestions, also where one is moved to another', () => {
  fc.assert(
    fc.property(changes, (series) => {
      const documents = series.flatMap((change) =>
        change.entity === 'annotation' || change.entity === 'suggestion'
          ? [change.before?.documentId, change.after?.documentId].filter((id) => id !== undefined)
          : [],
      )
      const [first] = documents
      const same = documents.every((id) => id === first)
      expect(extentOfChanges(series).documentId).toBe(same ? (first ?? null) : null)
    }),
  )
})
