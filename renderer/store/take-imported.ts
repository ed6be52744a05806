import type { DocumentSummary, Imported, ProjectState } from '../../shared/contract.ts'
import { subjectOf, type Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { documentPlace } from './document-place.ts'
import { reloadDocument } from './reload.ts'
import type { Session } from './session.ts'

/** Shows the project as an import left it. What is open stays as it is, unless the import added to it. */
export async function takeImported(session: Session, imported: Imported): Promise<void> {
  const { project, document } = session.store.getState()
  if (project?.project.id !== imported.projectId) return
  const after = withImported(project, imported, session.unsaved())
  session.store.setState({ project: after })
  if (document !== null && isAddedTo(project, after, document.document.id)) {
    await reloadDocument(session)
  }
  if (imported.state !== null) await noteNewest(session)
}

/** The project with what an import left, and with what waits for the disk, which the file does not have yet. */
export function withImported(
  project: ProjectState,
  { state, documents }: Imported,
  unsaved: readonly Change[],
): ProjectState {
  const told = new Set(documents.map(({ document }) => document.id))
  const concerning = unsaved.filter((change) => {
    const documentId = documentIdOf(change)
    return documentId === null ? state !== null : told.has(documentId)
  })
  const after = applyToProject({ ...(state ?? project), documents }, concerning)
  return { ...after, documents: merged(project.documents, after.documents) }
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
