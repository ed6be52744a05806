import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { BulkChange, ProjectState } from '../../shared/contract.ts'
import { arbitraryAnnotation, arbitraryChange } from '../../shared/model/arbitrary-change.ts'
import { changesOf, subjectOf, type Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { emptyProject } from './project-state.fixture.ts'
import { withBulkChange } from './take-bulk-change.ts'

const arbitraryDocument = arbitraryChange.filter(
  ({ entity, after }) => entity === 'document' && after !== null,
)

/** Documents that are added, each once, and annotations on them. */
const additions = fc
  .record({
    documents: fc.array(arbitraryDocument, { minLength: 1, maxLength: 5 }),
    annotations: fc.array(fc.tuple(arbitraryAnnotation, fc.nat()), { maxLength: 10 }),
  })
  .map(({ documents, annotations }): readonly Change[] => {
    const added = new Map(
      documents.map((change) => [subjectOf(change), { ...change, before: null }]),
    )
    const ids = [...added.keys()]
    return [
      ...added.values(),
      ...annotations.map(([annotation, place]): Change => ({
        entity: 'annotation',
        before: null,
        after: { ...annotation, documentId: ids[place % ids.length] ?? '' },
      })),
    ]
  })

test('an import told of in pieces, with acts under way, leaves what the whole of it would', () => {
  fc.assert(
    fc.property(additions, additions, fc.nat(4), (before, imported, most) => {
      const saved = before.slice(0, -3)
      const unsaved = [...before.slice(-3), ...renamings(saved)]
      const inFile = applyToProject(applyToProject(emptyProject, saved), imported)
      const onScreen = applyToProject(applyToProject(emptyProject, saved), unsaved)
      const pieces = piecesOf(inFile, most + 1)
      const after = pieces.reduce((state, piece) => withBulkChange(state, piece, unsaved), onScreen)
      expect(after).toEqual(applyToProject(inFile, unsaved))
    }),
    { numRuns: 50 },
  )
})

function renamings(changes: readonly Change[]): readonly Change[] {
  return changesOf(changes, 'document').map(({ entity, after }) => ({
    entity,
    before: after,
    after: after === null ? null : { ...after, title: 'Another title' },
  }))
}

/** Everything in a project, as an import tells of what it added. */
function piecesOf({ documents, ...state }: ProjectState, atOnce: number): readonly BulkChange[] {
  const rest = { projectId: state.project.id, entryId: null, state: null, removed: [] }
  const later = Array.from({ length: Math.ceil(documents.length / atOnce) }, (_, rank) => ({
    ...rest,
    documents: documents.slice(rank * atOnce, (rank + 1) * atOnce),
  }))
  return [{ ...rest, state, documents: [] }, ...later]
}

test('documents that an act on much removed are gone, piece by piece', () => {
  fc.assert(
    fc.property(additions, fc.nat(31), (added, mask) => {
      const before = applyToProject(emptyProject, added)
      const removed = before.documents
        .filter((_, index) => (mask & (1 << index)) !== 0)
        .map(({ document }) => document.id)
      const rest = { projectId: before.project.id, entryId: null, state: null, documents: [] }
      const after = removed.reduce(
        (state, id) => withBulkChange(state, { ...rest, removed: [id] }, []),
        before,
      )
      const left = before.documents.filter(({ document }) => !removed.includes(document.id))
      expect(after).toEqual({ ...before, documents: left })
    }),
  )
})

test('labels and the like that an import left alone are the very same afterwards', () => {
  const present = emptyProject
  const { documents, ...state } = structuredClone(present)
  const told = { projectId: present.project.id, entryId: null, documents, removed: [] }
  const after = withBulkChange(present, { ...told, state }, [])
  expect(after.labels).toBe(present.labels)
  expect(after.speakers).toBe(present.speakers)
  const renamed = { ...state, project: { ...state.project, name: 'Another' } }
  expect(withBulkChange(present, { ...told, state: renamed }, []).project.name).toBe('Another')
})
