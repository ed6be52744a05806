import { t } from '../../shared/language/translate.ts'
import {
  filtersDocuments,
  withoutFilters,
  type DocumentListView,
} from '../store/document-list-view.ts'
import { listedDocuments } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'

/** How long somebody types no more before it is said what is left, in ms. */
const pause = 600

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

/** Keeps documents back or lets them through, and says how many are left. */
export function setDocumentFilter(session: Session, change: Partial<DocumentListView>): void {
  setDocumentView(session, change)
  announceListed(session)
}

/** Keeps back documents that do not have these words, and says how many are left once nothing more is typed for a moment. */
export function findDocuments(session: Session, query: string): void {
  setDocumentView(session, { query })
  clearTimeout(telling)
  telling = setTimeout(announceListed, pause, session)
}

let telling: ReturnType<typeof setTimeout> | undefined

/** Lets every document through again; order and groups stay. */
export function showAllDocuments(session: Session): void {
  setDocumentFilter(session, withoutFilters(session.store.getState().documentListView))
}

/** Says how many documents the lists show. */
function announceListed(session: Session): void {
  const state = session.store.getState()
  const count = state.project?.documents.length ?? 0
  session.announce(
    filtersDocuments(state.documentListView)
      ? t('commands:documentTable.shown', { shown: listedDocuments(state).length, count })
      : t('commands:documentTable.showAll.done', { count }),
  )
}
