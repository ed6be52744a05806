import { t } from '../../shared/language/translate.ts'
import { filtersDocuments } from '../store/document-list-view.ts'
import type { DocumentColumn } from '../store/document-order.ts'
import type { Command } from './command.ts'
import { setDocumentFilter, showAllDocuments } from './document-view.ts'
import { fieldName } from './ordering-documents.ts'
import { leadToControl, tableCommand } from './table-command.ts'

/** Columns whose values are chosen from in the table, with the place of the column, which its key has with Shift. */
const filteredColumns = [
  ['status', 2],
  ['source', 3],
  ['language', 5],
  ['assignee', 8],
  ['tags', 9],
] as const satisfies readonly (readonly [DocumentColumn, number])[]
type FilteredColumn = (typeof filteredColumns)[number][0]

/** The id of the command that leads to the filter of a column. */
export function filterCommandId(column: FilteredColumn): string {
  return `filterDocuments-${column}`
}

/** Which documents the table shows. */
export function filteringCommands(): readonly Command[] {
  return [
    ...filteredColumns.map(([column, place]) =>
      leadToControl(
        filterCommandId(column),
        {
          title: t('commands:documentTable.filter.title', { field: fieldName(column) }),
          words: t('commands:documentTable.filter.words'),
        },
        `Shift+Digit${place}`,
      ),
    ),
    tableCommand(
      'onlyUnannotated',
      {
        title: t('commands:documentTable.unannotated.title'),
        words: t('commands:documentTable.unannotated.words'),
      },
      'Shift+Digit7',
      (session) => {
        const { unannotated } = session.store.getState().documentListView
        setDocumentFilter(session, { unannotated: !unannotated })
      },
    ),
    tableCommand(
      'onlyUnfinished',
      {
        title: t('commands:documentTable.unfinished.title'),
        words: t('commands:documentTable.unfinished.words'),
      },
      'u',
      (session) => {
        const { status } = session.store.getState().documentListView
        setDocumentFilter(session, { status: status === 'unfinished' ? null : 'unfinished' })
      },
    ),
    {
      id: 'unfilterDocuments',
      title: t('commands:documentTable.showAll.title'),
      words: t('commands:documentTable.showAll.words'),
      group: 'document',
      keys: ['Alt+Shift+KeyZ'],
      scope: 'always',
      possible: ({ documentListView }) => filtersDocuments(documentListView),
      run: showAllDocuments,
    },
  ]
}
