import type { Event } from '../../shared/contract.ts'
import { reloadDocument } from './reload.ts'
import type { Session } from './session.ts'

/** Brings the state in line with what the workbench tells. What the window is asked to do is heard in `commands`. */
export function hear(session: Session, event: Event): void {
  switch (event.name) {
    case 'committed':
      session.receive(event.value)
      break
    case 'projectChanged': {
      const { project } = session.store.getState()
      const same = project !== null && project.project.id === event.value?.project.id
      session.store.setState({ project: event.value, ...(same ? {} : { document: null }) })
      // The same project again: the connection was lost, and changes may have been missed.
      if (same) void reloadDocument(session)
      break
    }
    case 'preferencesChanged':
      session.store.setState({ preferences: event.value })
      break
    case 'closing':
    case 'menu':
      break
  }
}
