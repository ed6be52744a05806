import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useGridList } from 'react-aria/useGridList'
import { useListState } from 'react-stately/useListState'

import { t } from '../../../shared/language/translate.ts'
import { openFromTable } from '../../commands/document-table.ts'
import { setDocumentView } from '../../commands/document-view.ts'
import type { DocumentGroup } from '../../store/document-groups.ts'
import { documentColumns } from '../../store/document-order.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import {
  DocumentRows,
  groupKey,
  rowsOf,
  type DocumentTableRow,
} from '../documents/document-rows.ts'
import { keepInView, layoutOf } from '../documents/row-layout.ts'
import { useVisibleRows } from '../documents/use-visible-rows.ts'
import { useMedia } from '../use-media.ts'
import { ColumnHeads } from './column-heads.tsx'
import { DocumentTableRowView } from './document-table-row.tsx'
import { useRowSteps } from './use-row-steps.ts'

/** Row heights in CSS px: one line, or three where the columns have no room beside each other. */
const rowHeights = { wide: 34, narrow: 74 }

/** Documents in rows and columns, sorted by pressing a column, several to be chosen as in a list of files. */
export function DocumentsTable({ groups }: { readonly groups: readonly DocumentGroup[] }) {
  const session = useSession()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const heads = useRef<HTMLDivElement>(null)
  const { group, folded } = useWorkbench(({ documentListView }) => documentListView)
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const chosen = useWorkbench(({ chosenDocumentIds }) => chosenDocumentIds)
  // What is said of them pushes the rows down.
  const hasChosen = useWorkbenchAfterPaint(({ chosenDocumentIds }) => chosenDocumentIds.length > 0)
  const isNarrow = useMedia('(width < 1000px)')
  const rowHeight = isNarrow ? rowHeights.narrow : rowHeights.wide
  const rows = useMemo(
    () => new DocumentRows(rowsOf(groups, group !== null, folded)),
    [groups, group, folded],
  )
  const headings = useMemo(() => groups.map(({ value }) => groupKey(value)), [groups])
  const selectedKeys = useMemo(() => new Set(chosen), [chosen])
  const layoutDelegate = useMemo(
    () => layoutOf(rows, rowHeight, scroller),
    [rows, rowHeight, scroller],
  )

  const state = useListState<DocumentTableRow>({
    collection: rows,
    children: () => null,
    disabledBehavior: 'selection',
    disabledKeys: group === null ? [] : headings,
    layoutDelegate,
    onSelectionChange: (keys) => {
      const isChosen = (id: string): boolean => keys === 'all' || keys.has(id)
      const ids = groups.flatMap(({ documents }) => documents.map(({ document }) => document.id))
      session.store.setState({ chosenDocumentIds: ids.filter(isChosen) })
    },
    selectedKeys,
    selectionBehavior: 'replace',
    selectionMode: 'multiple',
  })
  const { gridProps } = useGridList(
    {
      'aria-label': t('panels:documents.table'),
      disallowTypeAhead: true,
      escapeKeyBehavior: 'none',
      isVirtualized: true,
      keyboardNavigationBehavior: 'tab',
      layoutDelegate,
      onAction: (key) => {
        const row = rows.getItem(key)?.value
        if (row?.kind === 'document') void openFromTable(session, row.key)
        if (row?.kind === 'group') toggle(row.group.value)
      },
    },
    state,
    body,
  )
  const {
    role: _role,
    'aria-label': _label,
    'aria-rowcount': _rows,
    'aria-colcount': _columns,
    'aria-multiselectable': _multiple,
    ...bodyProps
  } = gridProps

  function toggle(value: string): void {
    setDocumentView(session, {
      folded: folded.includes(value) ? folded.filter((one) => one !== value) : [...folded, value],
    })
  }

  useRowSteps(rows, state)
  const { selectionManager } = state
  const { focusedKey } = selectionManager
  // Looking begins where it was left, or at the open document. Where no row has the focus, the one that gets it would be
  // chosen as well.
  useLayoutEffect(() => {
    if (focusedKey !== null) {
      if (rows.getItem(focusedKey)?.value?.kind === 'document') {
        session.store.setState({ tableRowId: String(focusedKey) })
      }
      return
    }
    const start = [session.store.getState().tableRowId, openId].find(
      (id) => rows.placeOf(id) !== null,
    )
    if (start !== undefined) selectionManager.setFocusedKey(start)
  }, [focusedKey, openId, rows, selectionManager, session])

  const focused = rows.placeOf(focusedKey)
  const { start, end } = useVisibleRows(scroller, rowHeight, rows.size)
  // The row with the keyboard stays where it is, in view or not.
  const places = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
  if (focused !== null && (focused < start || focused >= end)) places.push(focused)

  useEffect(() => {
    if (focused === null || scroller === null) return
    keepInView(scroller, focused, rowHeight)
    keepInWindow(body.current)
  }, [focused, rowHeight, scroller])
  useEffect(() => {
    if (hasChosen) keepInWindow(body.current)
  }, [hasChosen])

  function press(event: KeyboardEvent): void {
    const isToHeads =
      event.key === 'ArrowUp' && focused === 0 && !(event.target instanceof HTMLInputElement)
    // What a command has done already is not done again.
    const isDone = event.isDefaultPrevented()
    if (!isDone && !isToHeads) return
    event.stopPropagation()
    if (isDone) return
    event.preventDefault()
    heads.current?.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus()
  }

  return (
    <div
      aria-colcount={documentColumns.length}
      aria-label={t('panels:documents.table')}
      aria-multiselectable="true"
      aria-rowcount={rows.size + 1}
      className="documents-table"
      role="grid"
    >
      <div className="documents-table-head" ref={heads} role="rowgroup">
        <ColumnHeads />
      </div>
      <div
        className="documents-table-scroller"
        onKeyDownCapture={press}
        ref={setScroller}
        role="presentation"
      >
        <div
          {...bodyProps}
          className="documents-table-body"
          ref={body}
          role="rowgroup"
          style={{ height: rows.size * rowHeight }}
        >
          {places.map((place) => {
            const node = rows.at(place)
            return node?.value == null ? null : (
              <DocumentTableRowView
                isNarrow={isNarrow}
                isOpen={node.key === openId}
                key={node.key}
                node={node}
                row={node.value}
                state={state}
                style={{ height: rowHeight, top: place * rowHeight }}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** In low windows the table itself may reach below the edge: the row with the keyboard is shown. */
function keepInWindow(body: HTMLElement | null): void {
  const { activeElement } = document
  if (body?.contains(activeElement) === true) activeElement?.scrollIntoView({ block: 'nearest' })
}
