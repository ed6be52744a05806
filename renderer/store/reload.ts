import type { OpenDocument } from '../../shared/contract.ts'
import { documentAfter } from './apply-changes-to-state.ts'
import type { Session } from './session.ts'

/** The screen no longer matches the file: takes everything from the file again. */
export async function resynchronize(session: Session): Promise<void> {
  const project = await session.ask('project.current', {})
  session.store.setState({ project })
  session.noteResynchronized()
  await reloadDocument(session)
}

/** Shows the open document as the project file has it, with what still waits to be saved. */
export async function reloadDocument(session: Session): Promise<void> {
  const id = session.store.getState().document?.document.id
  if (id === undefined) return
  const document = await session.ask('documents.open', { id })
  if (document !== null && session.store.getState().document?.document.id === id) {
    session.store.setState({ document: withUnsaved(session, document) })
  }
}

/** A document as it is on screen: acts that wait for the disk are not in what the file gave. */
export function withUnsaved(session: Session, document: OpenDocument): OpenDocument {
  return documentAfter(document, session.unsaved()) ?? document
}
