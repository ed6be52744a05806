import { t } from '../../shared/language/translate.ts'
import { groupDocuments, type DocumentGrouping } from '../store/document-groups.ts'
import { filterDocuments } from '../store/document-list-view.ts'
import {
  documentColumns,
  type DocumentColumn,
  type DocumentOrder,
} from '../store/document-order.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import type { Command } from './command.ts'
import { setDocumentView } from './document-view.ts'
import { leadToControl, tableCommand } from './table-command.ts'

/** What a column of the table is called, or what documents are grouped by. */
export function fieldName(field: DocumentColumn | DocumentGrouping | 'tag'): string {
  return t(`commands:documentTable.fields.${field}`)
}

/** The order and the groups of the table of all documents. The digit of a column’s place sorts by it. */
export function orderingCommands(): readonly Command[] {
  return [
    ...documentColumns.map((column, index) =>
      tableCommand(
        sortCommandId(column),
        {
          title: t('commands:documentTable.sort.title', { field: fieldName(column) }),
          words: t('commands:documentTable.sort.words'),
        },
        `(${index + 1}|Digit${index + 1})`,
        (session) => {
          sortByColumn(session, column)
        },
      ),
    ),
    tableCommand(
      'unsortDocuments',
      {
        title: t('commands:documentTable.unsort.title'),
        words: t('commands:documentTable.unsort.words'),
      },
      '(0|Digit0)',
      (session) => {
        setOrder(session, null)
      },
      isSorted,
    ),
    tableCommand(
      'turnDocuments',
      {
        title: t('commands:documentTable.turn.title'),
        words: t('commands:documentTable.turn.words'),
      },
      'r',
      (session) => {
        const { order } = session.store.getState().documentListView
        if (order !== null) setOrder(session, { ...order, descending: !order.descending })
      },
      isSorted,
    ),
    leadToControl(
      'groupDocuments',
      {
        title: t('commands:documentTable.group.title'),
        words: t('commands:documentTable.group.words'),
      },
      'g',
    ),
  ]
}

/** The id of the command that sorts by a column. */
export function sortCommandId(column: DocumentColumn): string {
  return `sortDocuments-${column}`
}

/** Sorts by a column: up, down, and not any more. */
export function sortByColumn(session: Session, column: DocumentColumn): void {
  const { order } = session.store.getState().documentListView
  if (order?.by !== column) setOrder(session, { by: column, descending: false })
  else setOrder(session, order.descending ? null : { by: column, descending: true })
}

function setOrder(session: Session, order: DocumentOrder | null): void {
  setDocumentView(session, { order })
  if (order === null) {
    session.announce(t('commands:documentTable.inProjectOrder'))
    return
  }
  const field = fieldName(order.by).toLocaleLowerCase()
  session.announce(
    t(`commands:documentTable.${order.descending ? 'sortedDown' : 'sortedUp'}`, { field }),
  )
}

/** Parts the documents by something they share, or no longer; every group is unfolded. */
export function groupBy(session: Session, group: DocumentGrouping | null): void {
  setDocumentView(session, { group, folded: [] })
  if (group === null) {
    session.announce(t('commands:documentTable.group.none'))
    return
  }
  const { project, documentListView } = session.store.getState()
  const shown = filterDocuments(project?.documents ?? [], documentListView)
  const count = groupDocuments(shown, group).length
  const field = fieldName(group).toLocaleLowerCase()
  session.announce(t('commands:documentTable.group.done', { count, field }))
}

function isSorted({ documentListView }: WorkbenchState): boolean {
  return documentListView.order !== null
}
