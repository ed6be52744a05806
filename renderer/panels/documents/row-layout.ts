import type { ListProps } from 'react-stately/useListState'

import type { DocumentRows, DocumentTableRow } from './document-rows.ts'

/** Where rows lie, for Page Up, Page Down and choosing ranges. */
export function layoutOf(
  rows: DocumentRows,
  rowHeight: number,
  scroller: HTMLElement | null,
): NonNullable<ListProps<DocumentTableRow>['layoutDelegate']> {
  const width = (): number => scroller?.clientWidth ?? 0
  return {
    getItemRect: (key) => {
      const place = rows.placeOf(key)
      return place === null
        ? null
        : { x: 0, y: place * rowHeight, width: width(), height: rowHeight }
    },
    getVisibleRect: () => ({
      x: 0,
      y: scroller?.scrollTop ?? 0,
      width: width(),
      height: scroller?.clientHeight ?? 0,
    }),
    getContentSize: () => ({ width: width(), height: rows.size * rowHeight }),
    getKeyRange: (from, to) => {
      const [one, other] = [rows.placeOf(from) ?? 0, rows.placeOf(to) ?? 0]
      const first = Math.min(one, other)
      return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index).flatMap(
        (place) => rows.at(place)?.key ?? [],
      )
    },
  }
}

/** Scrolls as little as it takes to show a row; heights in CSS px. */
export function keepInView(scroller: HTMLElement, place: number, rowHeight: number): void {
  const top = place * rowHeight
  const bottom = top + rowHeight - scroller.clientHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop) scroller.scrollTop = bottom
}
