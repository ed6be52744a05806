import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Imported, ProjectState } from '../../shared/contract.ts'
import { arbitraryChange } from '../../shared/model/arbitrary-change.ts'
import { changesOf, type Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { emptyProject } from './project-state.fixture.ts'
import { withImported } from './take-imported.ts'

/** Documents that are added, each once, and what is added to them. */
const additions = fc.array(arbitraryChange, { maxLength: 30 }).map((changes) => {
  const added = new Map(
    changes.flatMap((change) =>
      change.entity === 'document' && change.after !== null ? [[change.after.id, change]] : [],
    ),
  )
  const ids = [...added.keys()]
  const inside = changes.flatMap((change, rank): readonly Change[] => {
    const documentId = ids[rank % ids.length]
    if (change.entity !== 'annotation' || change.after === null || documentId === undefined) {
      return []
    }
    return [{ ...change, before: null, after: { ...change.after, documentId } }]
  })
  return [...[...added.values()].map((change): Change => ({ ...change, before: null })), ...inside]
})

test('an import told of in pieces, with acts under way, leaves what the whole of it would', () => {
  fc.assert(
    fc.property(additions, additions, fc.nat(4), (before, imported, most) => {
      const saved = before.slice(0, -3)
      const unsaved = [...before.slice(-3), ...renamings(saved)]
      const inFile = applyToProject(applyToProject(emptyProject, saved), imported)
      const onScreen = applyToProject(applyToProject(emptyProject, saved), unsaved)
      const pieces = piecesOf(inFile, most + 1)
      const after = pieces.reduce((state, piece) => withImported(state, piece, unsaved), onScreen)
      expect(after).toEqual(applyToProject(inFile, unsaved))
    }),
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
function piecesOf({ documents, ...state }: ProjectState, atOnce: number): readonly Imported[] {
  const projectId = state.project.id
  const later = Array.from({ length: Math.ceil(documents.length / atOnce) }, (_, rank) => ({
    projectId,
    state: null,
    documents: documents.slice(rank * atOnce, (rank + 1) * atOnce),
  }))
  return [{ projectId, state, documents: [] }, ...later]
}
