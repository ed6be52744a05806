import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { choosingCommands } from './choosing-documents.ts'
import { withEditableDocuments, withProject, type Command } from './command.ts'
import { focusView, leaveView, showView, views } from './covering.ts'
import { aimAtDocuments } from './document-edits.ts'
import { filteringCommands } from './filtering-documents.ts'
import { orderingCommands } from './ordering-documents.ts'
import { openDocument } from './projects.ts'

/** The table of all documents, and what is said of several at once. */
export function tableCommands(): readonly Command[] {
  return [
    {
      id: 'allDocuments',
      views,
      title: t('commands:documentTable.all.title'),
      words: t('commands:documentTable.all.words'),
      group: 'document',
      keys: ['Alt+KeyA'],
      scope: 'always',
      possible: withProject,
      run: (session) => {
        if (session.store.getState().allDocuments) leaveView(session)
        else openTable(session)
      },
    },
    {
      id: 'assignDocument',
      title: t('commands:documentTable.assign.title'),
      words: t('commands:documentTable.assign.words'),
      group: 'document',
      keys: ['Alt+Shift+KeyA'],
      scope: 'window',
      possible: withEditableDocuments,
      run: (session) => {
        aimAtDocuments(session, 'documentAssignee')
      },
    },
    {
      id: 'tagDocument',
      title: t('commands:documentTable.tags.title'),
      words: t('commands:documentTable.tags.words'),
      group: 'document',
      keys: ['Alt+Shift+KeyI'],
      scope: 'window',
      possible: withEditableDocuments,
      run: (session) => {
        aimAtDocuments(session, 'documentTags')
      },
    },
    ...orderingCommands(),
    ...filteringCommands(),
    ...choosingCommands(),
  ]
}

/** Shows the table in the place of the desk and gives it the keyboard. */
export function openTable(session: Session): void {
  showView(session, 'table')
  focusView(session)
}

/** Opens a document of the table in the place of the table. */
export async function openFromTable(session: Session, id: string): Promise<void> {
  if (id !== session.store.getState().document?.document.id) await openDocument(session, id)
  leaveView(session)
}
