import type { BulkChange, DocumentSummary, ProjectState } from '../../shared/contract.ts'
import { subjectOf, type Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { noDocument } from './apply-changes-to-state.ts'
import { documentPlace } from './document-place.ts'
import { reloadDocument } from './reload.ts'
import type { Session } from './session.ts'

/** Shows the project as a change of much left it. What is open stays as it is, unless an import added to it. */
export async function takeBulkChange(session: Session, change: BulkChange): Promise<void> {
  const { project, document } = session.store.getState()
  if (project?.project.id !== change.projectId) return
  const after = withBulkChange(project, change, session.unsaved(change.entryId))
  session.store.setState({ project: after })
  if (document !== null && change.removed.includes(document.document.id)) {
    session.store.setState(noDocument)
  }
  // After an act the open document is read again once all is told: `committed` comes then.
  if (change.entryId !== null) return
  if (document !== null && isAddedTo(project, after, document.document.id)) {
    await reloadDocument(session)
  }
  if (change.state !== null) await noteNewest(session)
}

/** The project with what a change of much left, and with what waits for the disk, which the file does not have yet. */
export function withBulkChange(
  project: ProjectState,
  { state, documents, removed }: BulkChange,
  unsaved: readonly Change[],
): ProjectState {
  const told = new Set(documents.map(({ document }) => document.id))
  const concerning = unsaved.filter((change) => {
    const documentId = documentIdOf(change)
    return documentId === null ? state !== null : told.has(documentId)
  })
  const beside = state === null ? project : asPresent(project, state)
  const after = applyToProject({ ...beside, documents }, concerning)
  const gone = new Set(removed)
  const left =
    gone.size === 0
      ? project.documents
      : project.documents.filter(({ document }) => !gone.has(document.id))
  return { ...after, documents: merged(left, after.documents) }
}

/** What was told, with the parts that are no other than before as they are: whoever shows these has nothing to do. */
function asPresent(
  present: ProjectState,
  told: NonNullable<BulkChange['state']>,
): NonNullable<BulkChange['state']> {
  return {
    ...told,
    project: same(present.project, told.project),
    labels: same(present.labels, told.labels),
    relationTypes: same(present.relationTypes, told.relationTypes),
    speakers: same(present.speakers, told.speakers),
  }
}

/** Parts come as JSON, so they are compared as such. */
function same<Part>(present: Part, told: Part): Part {
  return JSON.stringify(present) === JSON.stringify(told) ? present : told
}

/** The document that a change is of or in; `null` where it is about none. */
function documentIdOf(change: Change): string | null {
  if (change.entity === 'document') return subjectOf(change)
  const thing = change.after ?? change.before
  return thing !== null && 'documentId' in thing ? thing.documentId : null
}

/** Two lists by id as one; of a document that is in both, as the second has it. */
function merged(
  present: readonly DocumentSummary[],
  told: readonly DocumentSummary[],
): readonly DocumentSummary[] {
  const all = [...present]
  const added: DocumentSummary[] = []
  for (const summary of told) {
    const place = documentPlace(present, summary.document.id)
    if (place === -1) added.push(summary)
    else all[place] = summary
  }
  if (added.length === 0) return all
  return [...all, ...added].toSorted((one, other) => (one.document.id < other.document.id ? -1 : 1))
}

/** Whether a document that was there before has other annotations or suggestions now, by their number. */
function isAddedTo(before: ProjectState, after: ProjectState, id: string): boolean {
  const [was, is] = [before, after].map(({ documents }) => documents[documentPlace(documents, id)])
  return (
    was !== undefined && (was.annotations !== is?.annotations || was.suggestions !== is.suggestions)
  )
}

/** An import makes journal entries that come as no commit: lists that follow the journal are told of the newest. */
async function noteNewest(session: Session): Promise<void> {
  const listed = await session.bridge.call('journal.list', { before: null, limit: 1 })
  const newest = listed.ok ? listed.value[0] : undefined
  if (newest === undefined) return
  session.store.setState(({ latestSeq }) => ({ latestSeq: Math.max(latestSeq, newest.seq) }))
}
