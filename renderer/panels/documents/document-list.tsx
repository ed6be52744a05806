import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { useListBox, useOption } from 'react-aria/useListBox'
import { useListState, type ListState } from 'react-stately/useListState'

import { t } from '../../../shared/language/translate.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { openDocument } from '../../commands/projects.ts'
import type { DocumentGroup } from '../../store/document-groups.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { DocumentRow } from './document-row.tsx'
import { DocumentRows, rowsOf, type DocumentTableRow } from './document-rows.ts'
import { keepInView, layoutOf } from './row-layout.ts'
import { useVisibleRows } from './use-visible-rows.ts'

/** Row height in CSS px; one height, so that nothing jumps while the list scrolls. */
const rowHeight = 52

/** The documents that the view shows, in its order and without headings; choosing one opens it. */
export function DocumentList({ groups }: { readonly groups: readonly DocumentGroup[] }) {
  const session = useSession()
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const list = useRef<HTMLDivElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const rows = useMemo(() => new DocumentRows(rowsOf(groups, false, [])), [groups])
  const layoutDelegate = useMemo(() => layoutOf(rows, rowHeight, scroller), [rows, scroller])
  const selectedKeys = useMemo(() => (openId === null ? [] : [openId]), [openId])
  const state = useListState<DocumentTableRow>({
    collection: rows,
    children: () => null,
    disallowEmptySelection: true,
    layoutDelegate,
    onSelectionChange: (keys) => {
      const [id] = keys
      if (typeof id === 'string' && id !== openId) void openDocument(session, id)
    },
    selectedKeys,
    selectionMode: 'single',
  })
  const { listBoxProps } = useListBox(
    { 'aria-label': t('panels:documents.title'), isVirtualized: true, layoutDelegate },
    state,
    list,
  )
  const focused = rows.placeOf(state.selectionManager.focusedKey)
  const { start, end } = useVisibleRows(scroller, rowHeight, rows.size)
  // The row with the keyboard stays where it is, in view or not.
  const places = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
  if (focused !== null && (focused < start || focused >= end)) places.push(focused)

  useEffect(() => {
    if (focused !== null && scroller !== null) keepInView(scroller, focused, rowHeight)
  }, [focused, scroller])

  return (
    <div
      {...listBoxProps}
      className="list"
      ref={(element) => {
        list.current = element
        setScroller(element)
      }}
    >
      <div
        className="document-list-rows"
        role="presentation"
        style={{ height: rows.size * rowHeight }}
      >
        {places.map((place) => {
          const row = rows.at(place)?.value
          return row?.kind !== 'document' ? null : (
            <Option
              document={row.summary.document}
              key={row.key}
              state={state}
              style={{ height: rowHeight, top: place * rowHeight }}
            />
          )
        })}
      </div>
    </div>
  )
}

function Option({
  document,
  state,
  style,
}: {
  readonly document: ListedDocument
  readonly state: ListState<DocumentTableRow>
  readonly style: CSSProperties
}) {
  const ref = useRef<HTMLDivElement>(null)
  const { optionProps, isSelected, isFocusVisible } = useOption({ key: document.id }, state, ref)
  return (
    <div className="document-list-row" role="presentation" style={style}>
      <div
        {...optionProps}
        // What the row shows is its name.
        aria-describedby={undefined}
        aria-labelledby={undefined}
        className="row document-row"
        data-focus-visible={isFocusVisible || undefined}
        data-selected={isSelected || undefined}
        ref={ref}
      >
        <DocumentRow document={document} />
      </div>
    </div>
  )
}
