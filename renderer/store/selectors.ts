import type { Annotation } from '../../shared/model/annotation.ts'
import { touches } from '../../shared/text/span.ts'
import type { WorkbenchState } from './state.ts'

/** What lies at the caret, in reading order: what encloses comes first. */
export function annotationsAtCaret(state: WorkbenchState): readonly Annotation[] {
  const { document, selection } = state
  if (document === null || selection === null) return []
  return document.annotations.filter(({ spans }) => touches(spans, selection.focus))
}

export function currentAnnotationOf(state: WorkbenchState): Annotation | null {
  return state.document?.annotations.find(({ id }) => id === state.currentId) ?? null
}
