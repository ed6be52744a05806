import { Check, ChevronDown, ChevronRight } from 'lucide-react'
import { useRef, type CSSProperties } from 'react'
import { useGridListItem } from 'react-aria/useGridList'
import type { ListState } from 'react-stately/useListState'

import type { DocumentSummary } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { statusName } from '../../commands/document-status.ts'
import { documentColumns, type DocumentColumn } from '../../store/document-order.ts'
import { documentSummary } from '../../store/selectors.ts'
import { useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import type { DocumentTableRow, RowNode } from '../documents/document-rows.ts'
import { RenameField } from '../documents/rename-field.tsx'
import { StatusIcon } from '../documents/status-icon.tsx'
import { groupName } from './column-words.ts'

/** A document, or the heading of a group, which Enter or a click folds and unfolds. */
export function DocumentTableRowView({
  node,
  row,
  state,
  isOpen,
  isNarrow,
  style,
}: {
  readonly node: RowNode
  readonly row: DocumentTableRow
  readonly state: ListState<DocumentTableRow>
  /** It is the document that the desk shows. */
  readonly isOpen: boolean
  /** No heading stands above a number: it says itself what it counts. */
  readonly isNarrow: boolean
  readonly style: CSSProperties
}) {
  const ref = useRef<HTMLDivElement>(null)
  const { rowProps, isSelected } = useGridListItem({ node }, state, ref)
  return (
    <div
      {...rowProps}
      aria-label={undefined}
      aria-labelledby={undefined}
      aria-rowindex={node.index + 2}
      className={row.kind === 'group' ? 'documents-table-group' : 'documents-table-row'}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      ref={ref}
      style={style}
      {...(row.kind === 'group' ? { 'aria-disabled': undefined } : {})}
    >
      {row.kind === 'group' ? (
        <GroupCell row={row} />
      ) : (
        <DocumentCells isNarrow={isNarrow} isSelected={isSelected} summary={row.summary} />
      )}
    </div>
  )
}

function GroupCell({ row }: { readonly row: Extract<DocumentTableRow, { kind: 'group' }> }) {
  const { group, folded } = useWorkbench(({ documentListView }) => documentListView)
  const isFolded = folded.includes(row.group.value)
  const Icon = isFolded ? ChevronRight : ChevronDown
  return (
    <div aria-colspan={documentColumns.length} className="group-cell" role="gridcell">
      <Icon aria-hidden="true" size={15} strokeWidth={1.75} />
      <span dir="auto">{group === null ? '' : groupName(row.group.value, group)}</span>
      <span className="count">{formatNumber(row.group.documents.length)}</span>
      <span className="visually-hidden">
        {t(isFolded ? 'panels:table.folded' : 'panels:table.unfolded')}
      </span>
    </div>
  )
}

function DocumentCells({
  summary,
  isSelected,
  isNarrow,
}: {
  readonly summary: DocumentSummary
  readonly isSelected: boolean
  readonly isNarrow: boolean
}) {
  const { id } = summary.document
  const isRenaming = useWorkbench(({ renamingId }) => renamingId === id)
  // The rows on screen count anew after each tag, the table does not.
  const annotations = useWorkbenchAfterPaint(
    (state) => documentSummary(state, id)?.annotations ?? 0,
  )
  return documentColumns.map((column) => {
    const words = wordsOf({ ...summary, annotations }, column, isNarrow)
    return (
      <div className={`documents-table-cell column-${column}`} key={column} role="gridcell">
        {column === 'title' ? (
          <span aria-hidden="true" className="chosen-mark">
            {isSelected ? <Check size={14} strokeWidth={2.25} /> : null}
          </span>
        ) : null}
        {column === 'status' ? <StatusIcon size={14} status={summary.document.status} /> : null}
        {column === 'title' && isRenaming ? (
          <RenameField document={summary.document} />
        ) : (
          <span className="cell-words" dir="auto" title={words}>
            {words}
          </span>
        )}
      </div>
    )
  })
}

function wordsOf(
  { document, annotations }: DocumentSummary,
  column: DocumentColumn,
  isNarrow: boolean,
): string {
  switch (column) {
    case 'status':
      return statusName(document.status)
    case 'words':
      return isNarrow
        ? t('common:amounts.word', { count: document.words })
        : formatNumber(document.words)
    case 'date':
      // The day is what lists are read for; the details have the time.
      return document.date?.slice(0, 10) ?? ''
    case 'tags':
      return document.tags.join(t('common:comma'))
    case 'annotations':
      return isNarrow
        ? t('common:amounts.annotation', { count: annotations })
        : formatNumber(annotations)
    case 'title':
    case 'source':
    case 'language':
    case 'assignee':
      return document[column] ?? ''
  }
}
