import { flushSync } from 'react-dom'

import type { Session } from '../store/session.ts'
import type { Aim, WorkbenchState } from '../store/state.ts'

/** Opens a dialog, at the part of it that somebody wants. */
export function openDialog(
  session: Session,
  dialog: NonNullable<WorkbenchState['dialog']>,
  aim: Aim | null = null,
): void {
  // At once: the next key is meant for the dialog already.
  flushSync(() => {
    session.store.setState({ dialog, aim })
  })
}
