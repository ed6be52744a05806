import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import {
  filtersDocuments,
  withoutFilters,
  type DocumentListView,
} from '../store/document-list-view.ts'
import { listedDocuments } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { withEditableDocuments, withProject, type Command } from './command.ts'
import { uncover } from './covering.ts'
import { aimAtDocuments } from './document-edits.ts'
import { focusWithin } from './focusing.ts'
import { openDocument } from './projects.ts'

/** The table of all documents, and what is said of several at once. */
export function tableCommands(): readonly Command[] {
  return [
    {
      id: 'allDocuments',
      title: t('commands:documentTable.all.title'),
      words: t('commands:documentTable.all.words'),
      group: 'document',
      keys: ['Alt+KeyA'],
      scope: 'always',
      inTable: true,
      possible: withProject,
      run: (session) => {
        if (!closeTable(session)) openTable(session)
      },
    },
    {
      id: 'assignDocument',
      title: t('commands:documentTable.assign.title'),
      words: t('commands:documentTable.assign.words'),
      group: 'document',
      keys: ['Alt+Shift+KeyA'],
      scope: 'window',
      inTable: true,
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
      inTable: true,
      possible: withEditableDocuments,
      run: (session) => {
        aimAtDocuments(session, 'documentTags')
      },
    },
    {
      id: 'unfilterDocuments',
      title: t('commands:documentTable.showAll.title'),
      words: t('commands:documentTable.showAll.words'),
      group: 'document',
      keys: ['Alt+Shift+KeyZ'],
      scope: 'always',
      inTable: true,
      possible: ({ documentListView }) => filtersDocuments(documentListView),
      run: showAllDocuments,
    },
  ]
}

/** Shows the table in the place of the desk and gives it the keyboard. */
export function openTable(session: Session): void {
  uncover(session)
  session.store.setState({ allDocuments: true })
  flushSync(session.catchUp)
  focusWithin(document.querySelector('.documents-table-body'))
}

/** Goes back to the article. False where the table is not shown. */
export function closeTable(session: Session): boolean {
  if (!session.store.getState().allDocuments) return false
  session.store.setState({ allDocuments: false })
  flushSync(session.catchUp)
  session.article()?.focus()
  return true
}

/** Opens a document of the table in the place of the table. */
export async function openFromTable(session: Session, id: string): Promise<void> {
  if (id !== session.store.getState().document?.document.id) await openDocument(session, id)
  closeTable(session)
}

/** Changes which documents the lists show, and how. What is not shown any more is not chosen any more. */
export function setDocumentView(session: Session, change: Partial<DocumentListView>): void {
  session.store.setState(({ documentListView }) => ({
    documentListView: { ...documentListView, ...change },
  }))
  const state = session.store.getState()
  if (state.chosenDocumentIds.length === 0) return
  const shown = new Set(listedDocuments(state).map(({ id }) => id))
  session.store.setState({
    chosenDocumentIds: state.chosenDocumentIds.filter((id) => shown.has(id)),
  })
}

/** Lets every document through again; order and groups stay. */
export function showAllDocuments(session: Session): void {
  const { documentListView, project } = session.store.getState()
  setDocumentView(session, withoutFilters(documentListView))
  const count = project?.documents.length ?? 0
  session.announce(t('commands:documentTable.showAll.done', { count }))
}
