import type { ProjectState } from '../../shared/contract.ts'
import type { Change } from '../../shared/model/change.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { reloadDocument } from './reload.ts'
import type { Session } from './session.ts'

/** Shows the project as an import left it. What is open stays as it is, unless the import added to it. */
export async function takeImported(session: Session, imported: ProjectState): Promise<void> {
  const { project, document } = session.store.getState()
  if (project?.project.id !== imported.project.id) return
  const unsaved = session.outbox.waiting().flatMap(({ changes }) => changes)
  const after = withWaiting(imported, unsaved)
  session.store.setState({ project: after })
  if (document !== null && isAddedTo(project, after, document.document.id)) {
    await reloadDocument(session)
  }
  await noteNewest(session)
}

/** The project with what waits for the disk, which the file does not have yet. */
function withWaiting(project: ProjectState, unsaved: readonly Change[]): ProjectState {
  return unsaved.length === 0 ? project : applyToProject(project, unsaved)
}

/** Whether a document that was there before has other annotations or suggestions now, by their number. */
function isAddedTo(before: ProjectState, after: ProjectState, id: string): boolean {
  const [was, is] = [before, after].map(({ documents }) =>
    documents.find(({ document }) => document.id === id),
  )
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
