import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryChange } from '../../shared/model/arbitrary-change.ts'
import { invertChanges, subjectOf, type Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { emptyProject as empty } from './project-state.fixture.ts'

/** Additions of different things; the project itself is never added. */
const additions = fc.array(arbitraryChange, { maxLength: 20 }).map((changes) => {
  const seen = new Set<string>()
  return changes.flatMap((change): readonly Change[] => {
    const key = `${change.entity} ${subjectOf(change)}`
    if (change.after === null || change.entity === 'project' || seen.has(key)) return []
    seen.add(key)
    return [{ ...change, before: null }]
  })
})

test('many changes at once leave the lists as one by one would, and undoing them leaves nothing', () => {
  fc.assert(
    fc.property(additions, (changes) => {
      const once = applyToProject(empty, changes)
      expect(changes.reduce((state, change) => applyToProject(state, [change]), empty)).toEqual(
        once,
      )
      expect(applyToProject(once, invertChanges(changes))).toEqual(empty)
    }),
  )
})

test('lists that no change concerns stay the same ones', () => {
  const changes: readonly Change[] = [
    { entity: 'project', before: empty.project, after: { ...empty.project, name: 'Views' } },
  ]
  const state = applyToProject(empty, changes)
  expect(state.project.name).toBe('Views')
  expect(state.labels).toBe(empty.labels)
  expect(state.speakers).toBe(empty.speakers)
  expect(state.documents).toBe(empty.documents)
})
