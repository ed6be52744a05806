import type { DocumentSummary } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { ListedDocument } from '../../shared/model/document.ts'
import type { Label } from '../../shared/model/label.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { touches, type Span } from '../../shared/text/span.ts'
import { viewDocuments } from './document-list-view.ts'
import { documentPlace } from './document-place.ts'
import { viewAnnotations } from './list-view.ts'
import type { WorkbenchState } from './state.ts'

const noDocuments: readonly DocumentSummary[] = []
const noRegisters = { labels: [], speakers: [] } as const

/** The annotations of the open document that the list shows, in its order. */
export function listedAnnotations({
  document,
  project,
  listView,
}: WorkbenchState): readonly Annotation[] {
  return viewAnnotations(document?.annotations ?? [], listView, project ?? noRegisters)
}

/** What lies at the caret, in reading order: what encloses comes first. */
export function annotationsAtCaret(state: WorkbenchState): readonly Annotation[] {
  const { document, selection } = state
  if (document === null || selection === null) return []
  return document.annotations.filter(({ spans }) => touches(spans, selection.focus))
}

/**
 * The documents of the project, without what is counted in them. The list stays the same one until a document is another one:
 * lists of ten thousand are not drawn anew because something was tagged.
 */
export const documentsOf = createDocumentsOf()

function createDocumentsOf(): (state: WorkbenchState) => readonly ListedDocument[] {
  let summaries: readonly DocumentSummary[] = []
  let documents: readonly ListedDocument[] = []
  return ({ project }) => {
    const given = project?.documents ?? noDocuments
    if (given === summaries) return documents
    const same =
      given.length === documents.length &&
      given.every(({ document }, rank) => document === documents[rank])
    if (!same) documents = given.map(({ document }) => document)
    summaries = given
    return documents
  }
}

/** What lists know of a document, found without going through all of them. */
export function documentSummary(
  { project }: Pick<WorkbenchState, 'project'>,
  id: string,
): DocumentSummary | undefined {
  return project?.documents[documentPlace(project.documents, id)]
}

export function documentTitle(state: Pick<WorkbenchState, 'project'>, id: string): string | null {
  return documentSummary(state, id)?.document.title ?? null
}

/** The documents that the lists show, in their order. */
export function listedDocuments({
  project,
  documentListView,
}: WorkbenchState): readonly ListedDocument[] {
  return viewDocuments(project?.documents ?? [], documentListView).map(({ document }) => document)
}

/** The name that what this page does is recorded under. */
export function annotatorOf({ preferences }: WorkbenchState): string {
  return preferences?.annotator ?? ''
}

export function labelOf(state: WorkbenchState, id: string): Label | undefined {
  return state.project?.labels.find((label) => label.id === id)
}

/** Names of the chain, from whoever is nearest to the reader to whoever spoke. */
export function attributionNames(
  { project }: WorkbenchState,
  { attribution }: Pick<Annotation, 'attribution'>,
): readonly string[] {
  const names = speakerNames(project?.speakers ?? [])
  return attribution.map((id) => names.get(id) ?? t('common:unknownSpeaker'))
}

const knownNames = new WeakMap<readonly Speaker[], ReadonlyMap<string, string>>()

/** By id; made once for a list of speakers, for each row of a list asks for them at every change. */
function speakerNames(speakers: readonly Speaker[]): ReadonlyMap<string, string> {
  const known = knownNames.get(speakers)
  if (known !== undefined) return known
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  knownNames.set(speakers, names)
  return names
}

/** An annotation of the open document. */
export function annotationById({ document }: WorkbenchState, id: string | null): Annotation | null {
  return document?.annotations.find((annotation) => annotation.id === id) ?? null
}

export function currentAnnotationOf(state: WorkbenchState): Annotation | null {
  return annotationById(state, state.currentId)
}

/** What is worked on in the open document: every annotation chosen in the list, or the current one. UTF-16 code units. */
export function markedSpansOf(state: WorkbenchState): readonly Span[] {
  const { chosenIds, document } = state
  if (chosenIds.length === 0) return currentAnnotationOf(state)?.spans ?? []
  const chosen = new Set(chosenIds)
  const annotations = document?.annotations ?? []
  return annotations.filter(({ id }) => chosen.has(id)).flatMap(({ spans }) => spans)
}

/** The suggestion that is being looked at; `null` where the review list is not shown. */
export function currentSuggestionOf({
  document,
  sidePanel,
  suggestionId,
}: WorkbenchState): Suggestion | null {
  if (sidePanel !== 'review') return null
  return document?.suggestions.find(({ id }) => id === suggestionId) ?? null
}
