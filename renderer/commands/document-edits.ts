import { t } from '../../shared/language/translate.ts'
import type { DocumentEdit } from '../../shared/model/document-edit.ts'
import type { Session } from '../store/session.ts'
import type { Aim } from '../store/state.ts'
import { openDialog } from './dialogs.ts'
import { setDocumentView } from './document-view.ts'
import { finishEdits } from './edits.ts'

/** Says the same of every document chosen in the table, as one act. */
export async function editChosen(session: Session, edit: DocumentEdit): Promise<void> {
  const documents = session.store.getState().chosenDocumentIds
  if (documents.length === 0) return
  finishEdits(session)
  const done = await session.act((act) =>
    session.ask('documents.edit', { ...act, documents, edit }),
  )
  // What no filter lets through any more is not chosen any more.
  if (done) setDocumentView(session, {})
  session.announce(
    done
      ? t('commands:documentEdits.changed', { count: documents.length })
      : t('commands:documentEdits.unchanged'),
  )
}

/** Takes every document chosen in the table out of the project with everything in it, as one act. */
export async function removeChosen(session: Session): Promise<void> {
  const documents = session.store.getState().chosenDocumentIds
  if (documents.length === 0) return
  finishEdits(session)
  const done = await session.act((act) => session.ask('documents.remove', { ...act, documents }))
  if (!done) return
  session.store.setState({ chosenDocumentIds: [] })
  session.tell('done', t('commands:documentEdits.deleted', { count: documents.length }))
}

/** Goes where something is said of the documents chosen in the table, or of the open one in its dialog. */
export function aimAtDocuments(session: Session, aim: Aim): void {
  if (session.store.getState().allDocuments) session.store.setState({ aim })
  else openDialog(session, 'document', aim)
}
