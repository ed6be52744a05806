import type { ProjectState } from '../../shared/contract.ts'

/** A project with nothing in it. */
export const emptyProject: ProjectState = {
  project: {
    id: '01900000-0000-7000-8000-000000000000',
    name: 'News',
    createdAt: '2026-01-01T00:00:00.000Z',
    searches: [],
  },
  fileName: 'News.verbatim',
  readOnly: null,
  heldElsewhere: null,
  placeRemark: null,
  labels: [],
  relationTypes: [],
  speakers: [],
  documents: [],
  currentDocumentId: null,
  undoState: { undo: null, redo: null },
}
