import type { Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { applyToAnnotations } from './apply-changes.ts'
import type { WorkbenchState } from './state.ts'

/** What differs on screen after some changes: in the lists of the project, and in the open document. */
export function applyToState(
  state: WorkbenchState,
  changes: readonly Change[],
): Partial<WorkbenchState> {
  const project = state.project === null ? null : applyToProject(state.project, changes)
  return { project, ...applyToDocument(state, changes) }
}

function applyToDocument(
  state: WorkbenchState,
  changes: readonly Change[],
): Partial<WorkbenchState> {
  const open = state.document
  if (open === null) return {}
  const gone = changes.some(
    (change) =>
      change.entity === 'document' &&
      change.after === null &&
      change.before?.id === open.document.id,
  )
  if (gone) return { document: null, currentId: null, selection: null }
  const annotations = applyToAnnotations(open.annotations, changes, open.document.id)
  if (annotations === open.annotations) return {}
  const currentId = annotations.some(({ id }) => id === state.currentId) ? state.currentId : null
  return { document: { ...open, annotations }, currentId }
}
