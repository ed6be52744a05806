import type { DocumentSummary, ProjectState } from '../../shared/contract.ts'
import { changesOf, type Change } from '../../shared/model/change.ts'
import { listedDocument } from '../../shared/model/document.ts'
import { compareSpeakers } from '../../shared/model/speaker.ts'
import { applyById } from './apply-changes.ts'
import { documentPlace } from './document-place.ts'

/** The project as lists show it after some changes. Lists that none of them concern stay the same ones. */
export function applyToProject(state: ProjectState, changes: readonly Change[]): ProjectState {
  const labels = applyById(state.labels, changesOf(changes, 'label'))
  const relationTypes = applyById(state.relationTypes, changesOf(changes, 'relationType'))
  const speakers = applyById(state.speakers, changesOf(changes, 'speaker'))
  return {
    ...state,
    project: changesOf(changes, 'project').at(-1)?.after ?? state.project,
    labels: labels === state.labels ? labels : labels.toSorted(byPosition),
    relationTypes:
      relationTypes === state.relationTypes ? relationTypes : relationTypes.toSorted(byPosition),
    speakers: speakers === state.speakers ? speakers : speakers.toSorted(compareSpeakers),
    documents: documentsAfter(state.documents, changes),
  }
}

/** The list of documents, with how many annotations and suggestions each holds. */
function documentsAfter(
  documents: readonly DocumentSummary[],
  changes: readonly Change[],
): readonly DocumentSummary[] {
  const annotations = addedTo(changesOf(changes, 'annotation'))
  const suggestions = addedTo(changesOf(changes, 'suggestion'))
  const counted = countAnew(documents, annotations, suggestions)
  const changed = changesOf(changes, 'document')
  if (changed.length === 0) return counted
  const known = new Map(counted.map((summary) => [summary.document.id, summary]))
  return applyById(
    counted.map(({ document }) => document),
    changed.map(({ before, after }) => ({
      before: before === null ? null : listedDocument(before),
      after: after === null ? null : listedDocument(after),
    })),
  )
    .map((document) => ({
      document,
      annotations: known.get(document.id)?.annotations ?? annotations.get(document.id) ?? 0,
      suggestions: known.get(document.id)?.suggestions ?? suggestions.get(document.id) ?? 0,
    }))
    .toSorted((one, other) => (one.document.id < other.document.id ? -1 : 1))
}

/** The list with some counts changed. Costs what was changed, and one copy of the list as it lies in memory. */
function countAnew(
  documents: readonly DocumentSummary[],
  annotations: ReadonlyMap<string, number>,
  suggestions: ReadonlyMap<string, number>,
): readonly DocumentSummary[] {
  if (annotations.size + suggestions.size === 0) return documents
  const counted = [...documents]
  for (const id of new Set([...annotations.keys(), ...suggestions.keys()])) {
    const place = documentPlace(documents, id)
    const summary = documents[place]
    if (summary === undefined) continue
    counted[place] = {
      ...summary,
      annotations: summary.annotations + (annotations.get(id) ?? 0),
      suggestions: summary.suggestions + (suggestions.get(id) ?? 0),
    }
  }
  return counted
}

/** How many things more or fewer each document has. */
function addedTo(
  changes: readonly {
    readonly before: { readonly documentId: string } | null
    readonly after: { readonly documentId: string } | null
  }[],
): ReadonlyMap<string, number> {
  const added = new Map<string, number>()
  for (const { before, after } of changes) {
    const document = (before ?? after)?.documentId
    const by = Number(after !== null) - Number(before !== null)
    if (document !== undefined && by !== 0) added.set(document, (added.get(document) ?? 0) + by)
  }
  return added
}

/** As the project file sorts them. */
function byPosition(
  one: { readonly position: number; readonly id: string },
  other: { readonly position: number; readonly id: string },
): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1)
}
