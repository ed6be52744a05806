import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareAnnotations, type Annotation } from '../../shared/model/annotation.ts'
import { arbitraryAnnotation } from '../../shared/model/arbitrary-change.ts'
import { invertChanges, type Change } from '../../shared/model/change.ts'
import { applyToAnnotations } from './apply-changes.ts'

const documentId = '01900000-0000-7000-8000-000000000000'
const inDocument = arbitraryAnnotation.map((annotation) => ({ ...annotation, documentId }))
const list = fc
  .uniqueArray(inDocument, { selector: ({ id }) => id, maxLength: 12 })
  .map((annotations) => annotations.toSorted(compareAnnotations))

/** Additions, amendments and removals that fit what is there: few, and so many that the list is sorted anew. */
const script = fc.tuple(
  list,
  fc.array(fc.tuple(fc.nat(2), fc.nat(), inDocument), { maxLength: 40, size: 'max' }),
)

function changesOf(
  start: readonly Annotation[],
  steps: readonly (readonly [number, number, Annotation])[],
): readonly Change[] {
  const changes: Change[] = []
  let present = [...start]
  for (const [kind, place, fresh] of steps) {
    const target = present[place % Math.max(present.length, 1)]
    const before = kind === 0 || target === undefined ? null : target
    const after = kind === 2 && before !== null ? null : { ...fresh, id: before?.id ?? fresh.id }
    if (before === null && present.some(({ id }) => id === after?.id)) continue
    changes.push({ entity: 'annotation', before, after })
    present = present.filter((one) => one !== before)
    if (after !== null) present.push(after)
  }
  return changes
}

test('changes keep reading order, and undoing them gives the same annotations back', () => {
  fc.assert(
    fc.property(script, ([start, steps]) => {
      const changes = changesOf(start, steps)
      const after = applyToAnnotations(start, changes, documentId)
      expect(after).toEqual(after.toSorted(compareAnnotations))
      expect(applyToAnnotations(after, invertChanges(changes), documentId)).toEqual(start)
    }),
  )
})

test('changes to another document leave the list as it is', () => {
  fc.assert(
    fc.property(list, arbitraryAnnotation, (start, other) => {
      const change: Change = { entity: 'annotation', before: null, after: other }
      fc.pre(other.documentId !== documentId)
      expect(applyToAnnotations(start, [change], documentId)).toBe(start)
    }),
  )
})
