import type { Session } from '../store/session.ts'
import { openDialog } from './dialogs.ts'

/**
 * Lets somebody change the title of the document whose row has the keyboard, in its place; elsewhere that of the open
 * document, in its dialog.
 */
export function renameDocument(session: Session, target: Element | null): void {
  const row = target?.closest('[data-region$="documents"] [data-key]')
  const id = row instanceof HTMLElement ? row.dataset['key'] : undefined
  const { project, document } = session.store.getState()
  if (project?.documents.some((one) => one.document.id === id) === true) {
    session.store.setState({ renamingId: id ?? null })
  } else if (document !== null) {
    openDialog(session, 'document', 'documentTitle')
  }
}
