import { newId } from '../../shared/model/id.ts'
import { takeBackUnsaved, type Session } from '../store/session.ts'

/** Undoes the newest act: one that waits for the disk is taken back, any other is undone in the project file. */
export function undo(session: Session): void {
  finishEdits(session)
  if (takeBackUnsaved(session)) return
  send(session, 'undo')
}

export function redo(session: Session): void {
  finishEdits(session)
  send(session, 'redo')
}

/** Records what stands in a field but is not recorded yet. */
export function finishEdits(session: Session): void {
  for (const finish of session.pendingEdits) finish()
}

function send(session: Session, kind: 'undo' | 'redo'): void {
  const { info, project } = session.store.getState()
  if (project === null || project.readOnly !== null) return
  session.outbox.push({ kind, id: newId(), annotator: info?.annotator ?? '' })
}
