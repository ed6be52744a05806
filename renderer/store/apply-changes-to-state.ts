import type { OpenDocument } from '../../shared/contract.ts'
import { changesOf, type Change } from '../../shared/model/change.ts'
import { touchesAny } from '../../shared/model/relation.ts'
import { compareSuggestions, type Suggestion } from '../../shared/model/suggestion.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { applyById, applyToAnnotations } from './apply-changes.ts'
import type { WorkbenchState } from './state.ts'

/** What is on screen where the open document is gone. */
export const noDocument = {
  document: null,
  currentId: null,
  chosenIds: [],
  selection: null,
} as const

/** What differs on screen after some changes: in the lists of the project, and in the open document. */
export function applyToState(
  state: WorkbenchState,
  changes: readonly Change[],
): Partial<WorkbenchState> {
  const project = state.project === null ? null : applyToProject(state.project, changes)
  if (state.document === null) return { project }
  const document = documentAfter(state.document, changes)
  if (document === state.document) return { project }
  if (document === null) {
    return { project, ...noDocument }
  }
  const present = new Set(document.annotations.map(({ id }) => id))
  const { currentId, chosenIds } = state
  return {
    project,
    document,
    currentId: currentId !== null && present.has(currentId) ? currentId : null,
    chosenIds: chosenIds.filter((id) => present.has(id)),
  }
}

/** An open document after some changes; the same one where none concern it, `null` where it is gone. */
export function documentAfter(open: OpenDocument, changes: readonly Change[]): OpenDocument | null {
  const own = changesOf(changes, 'document').findLast(
    ({ before, after }) => (before ?? after)?.id === open.document.id,
  )
  if (own?.after === null) return null
  const annotations = applyToAnnotations(open.annotations, changes, open.document.id)
  const document = own?.after ?? open.document
  const suggestions = suggestionsAfter(open, changes)
  const same =
    document === open.document &&
    annotations === open.annotations &&
    suggestions === open.suggestions
  return withRelations(same ? open : { ...open, document, annotations, suggestions }, changes)
}

/** What of the document waits for review, in the order of the list. */
function suggestionsAfter(open: OpenDocument, changes: readonly Change[]): readonly Suggestion[] {
  const own = changesOf(changes, 'suggestion').filter(
    ({ before, after }) => (after ?? before)?.documentId === open.document.id,
  )
  if (own.length === 0) return open.suggestions
  return applyById(open.suggestions, own).toSorted(compareSuggestions)
}

/** The relations at the document's annotations, and what of the annotations at their far ends is known. */
function withRelations(open: OpenDocument, changes: readonly Change[]): OpenDocument {
  const relationChanges = changesOf(changes, 'relation')
  const farChanges = changesOf(changes, 'annotation').filter(
    ({ before, after }) => (after ?? before)?.documentId !== open.document.id,
  )
  if (relationChanges.length === 0 && farChanges.length === 0) return open
  const own = new Set(open.annotations.map(({ id }) => id))
  const relations =
    relationChanges.length === 0
      ? open.relations
      : applyById(open.relations, relationChanges).filter((one) => touchesAny(one, own))
  const waiting = open.suggestions.flatMap((suggestion) => suggestion.relations)
  const ends = new Set([...relations, ...waiting].flatMap(({ from, to }) => [from, to]))
  const far = applyById(open.farAnnotations, farChanges)
  return { ...open, relations, farAnnotations: far.filter(({ id }) => ends.has(id)) }
}

/** Whether a relation leads to an annotation of another document that is not known here and has to be asked for. */
export function lacksFarAnnotations(open: OpenDocument): boolean {
  const known = new Set([...open.annotations, ...open.farAnnotations].map(({ id }) => id))
  return open.relations.some(({ from, to }) => !known.has(from) || !known.has(to))
}
