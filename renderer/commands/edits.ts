import type { Session } from '../store/session.ts'

/** Records what stands in a field but is not recorded yet. */
export function finishEdits(session: Session): void {
  for (const finish of session.pendingEdits) finish()
}

/** What is to be kept before a document is left: words in its fields, and the reader's place in it. */
export function finishDocument(session: Session): void {
  finishEdits(session)
  session.article()?.finishView()
}
