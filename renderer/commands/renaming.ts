import { documentSummary } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { openDialog } from './dialogs.ts'

/** In UTF-16 code units. */
const longestTitle = 500

/**
 * Lets somebody change the title of the document whose row has the keyboard, in its place; elsewhere that of the open
 * document, in its dialog.
 */
export function renameDocument(session: Session, target: Element | null): void {
  const row = target?.closest('[data-region$="documents"] [data-key]')
  const id = row instanceof HTMLElement ? row.dataset['key'] : undefined
  const state = session.store.getState()
  if (id !== undefined && documentSummary(state, id) !== undefined) {
    session.store.setState({ renamingId: id })
  } else if (state.document !== null) {
    openDialog(session, 'document', 'documentTitle')
  }
}

/** Gives a document another title, cut where it is too long for one. */
export async function nameDocument(session: Session, id: string, title: string): Promise<void> {
  const edit = { kind: 'rename', title: title.slice(0, longestTitle) } as const
  await session.act((act) => session.ask('documents.edit', { ...act, documents: [id], edit }))
}
