import type { Chart, Mark } from './chart.ts'
import type { Direction } from './draw-plot.ts'

export type MarkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

/**
 * The mark that an arrow key leads to from another: along a row to the next one there is, else along a column, to the
 * nearest one in the next row that has any. `null` where there is none.
 */
export function stepMark(
  { marks, columns, rows }: Pick<Chart, 'marks' | 'columns' | 'rows'>,
  from: Mark,
  key: MarkKey,
  direction: Direction,
): Mark | null {
  const column = new Map(columns.map(({ id }, place) => [id, place]))
  const row = new Map(rows.map(({ id }, place) => [id, place]))
  const places = marks
    .filter(({ choice }) => choice !== null)
    .map((mark) => ({ mark, x: column.get(mark.column) ?? 0, y: row.get(mark.row) ?? 0 }))
    .toSorted((one, other) => one.y - other.y || one.x - other.x)
  if (key === 'Home') return places[0]?.mark ?? null
  if (key === 'End') return places.at(-1)?.mark ?? null
  const [x, y] = [column.get(from.column) ?? 0, row.get(from.row) ?? 0]
  const onward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  const sign = key === onward || key === 'ArrowDown' ? 1 : -1
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight'
  const along = (place: { readonly x: number; readonly y: number }) =>
    sign * (isAcross ? place.x - x : place.y - y)
  const aside = (place: { readonly x: number; readonly y: number }) =>
    Math.abs(isAcross ? place.y - y : place.x - x)
  const [next] = places
    .filter((place) => along(place) > 0 && (!isAcross || place.y === y))
    .toSorted((one, other) => along(one) - along(other) || aside(one) - aside(other))
  return next?.mark ?? null
}

export function isMarkKey(key: string): key is MarkKey {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)
}
