import { expect, test } from 'vitest'

import type { DocumentSummary, ProjectState } from '../../shared/contract.ts'
import { documentWith } from '../../shared/model/document.fixture.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { emptyProject } from './project-state.fixture.ts'
import { documentsOf, documentSummary, documentTitle } from './selectors.ts'
import { initialState } from './state.ts'

const ids = Array.from(
  { length: 5 },
  (_, rank) => `01900000-0000-7000-8000-00000000000${rank * 2 + 1}`,
)
const absent = '01900000-0000-7000-8000-000000000004'
const at = '2026-01-01T00:00:00.000Z'

function summaryOf(id: string): DocumentSummary {
  const document = documentWith({ id, title: `Article ${id.slice(-1)}` })
  return { document, annotations: 0, suggestions: 0 }
}

const project: ProjectState = { ...emptyProject, documents: ids.map(summaryOf) }

test('a document is found by its id, wherever it is in the list', () => {
  const state = { ...initialState, project }
  expect(ids.map((id) => documentTitle(state, id))).toEqual(
    project.documents.map(({ document }) => document.title),
  )
  expect(documentTitle(state, absent)).toBeNull()
  expect(documentTitle(initialState, absent)).toBeNull()
})

test('a tag is counted in its document, and the list of documents stays the same one', () => {
  const [, , documentId = ''] = ids
  const before = documentsOf({ ...initialState, project })
  const after = applyToProject(project, [
    {
      entity: 'annotation',
      before: null,
      after: {
        id: absent,
        documentId,
        label: 'claim',
        spans: [{ start: 0, end: 1 }],
        quote: 'a',
        attribution: [],
        attributes: {},
        note: null,
        annotator: 'Ada',
        createdAt: at,
        updatedAt: at,
      },
    },
  ])
  const state = { ...initialState, project: after }
  expect(documentSummary(state, documentId)?.annotations).toBe(1)
  expect(
    after.documents.filter((summary, rank) => summary !== project.documents[rank]),
  ).toHaveLength(1)
  expect(documentsOf(state)).toBe(before)
})
