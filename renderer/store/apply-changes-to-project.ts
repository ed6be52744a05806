import type { DocumentSummary, ProjectState } from '../../shared/contract.ts'
import type { Change } from '../../shared/model/change.ts'

/** The project as lists show it after some changes: documents added or gone, and how many annotations each holds. */
export function applyToProject(state: ProjectState, changes: readonly Change[]): ProjectState {
  return changes.reduce(applyOne, state)
}

function applyOne(state: ProjectState, change: Change): ProjectState {
  switch (change.entity) {
    case 'annotation': {
      const { before, after } = change
      if (before !== null && after !== null) return state
      const documentId = (before ?? after)?.documentId
      const by = after === null ? -1 : 1
      return {
        ...state,
        documents: state.documents.map((summary) =>
          summary.document.id === documentId
            ? { ...summary, annotations: summary.annotations + by }
            : summary,
        ),
      }
    }
    case 'document': {
      const { after } = change
      const id = (change.before ?? after)?.id
      const known = state.documents.find(({ document }) => document.id === id)
      const others = state.documents.filter((summary) => summary !== known)
      if (after === null) return { ...state, documents: others }
      const summary: DocumentSummary = { document: after, annotations: known?.annotations ?? 0 }
      return {
        ...state,
        documents: [...others, summary].toSorted((one, other) =>
          one.document.id < other.document.id ? -1 : 1,
        ),
      }
    }
    case 'label': {
      const id = (change.before ?? change.after)?.id
      const others = state.labels.filter((label) => label.id !== id)
      const labels = change.after === null ? others : [...others, change.after]
      return { ...state, labels: labels.toSorted((one, other) => one.position - other.position) }
    }
    case 'project':
      return change.after === null ? state : { ...state, project: change.after }
    case 'relation':
      return state
  }
}
