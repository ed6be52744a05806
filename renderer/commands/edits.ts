import type { Session } from '../store/session.ts'

/** Records what stands in a field but is not recorded yet. */
export function finishEdits(session: Session): void {
  for (const finish of session.pendingEdits) finish()
}
