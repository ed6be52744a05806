import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { roleOf } from './column-roles.ts'

/** What a cell of a head is not: a number, a date or time, an address, or longer than a name. */
const data = /^(?:[-+]?[\d.,]+%?|\d{4}-\d{2}-\d{2}.*|https?:.*|[^]{80,}|[^]*\n[^]*)$/i

/** Whether the first row names the columns: one of them is called as columns are, or no cell of it looks like data. */
export function hasHead(cells: readonly string[]): boolean {
  if (cells.some((cell) => roleOf(cell) !== null)) return true
  const empty = cells.filter((cell) => cell.trim() === '').length
  return empty <= 1 && !cells.some((cell) => data.test(cell.trim()))
}

/** Names for all columns, each another one: `column 2` for those without, and `text (2)` for the second of a name. */
export function columnNames(
  first: readonly string[],
  headed: boolean,
): { readonly columns: readonly string[]; readonly changed: readonly Remark[] } {
  const taken = new Set<string>()
  const doubled: string[] = []
  const columns = first.map((cell, index) => {
    const wanted = (headed ? cell.trim() : '') || `column ${index + 1}`
    const name = unique(wanted, taken)
    if (name !== wanted) doubled.push(t('remarks:fields.quoted', { name }))
    taken.add(name)
    return name
  })
  const changed = [
    ...(headed ? [] : [t('remarks:table.noHead')]),
    ...(doubled.length === 0
      ? []
      : [t('remarks:table.sameNames', { names: doubled.slice(0, 20).join(', ') })]),
  ]
  return { columns, changed: changed.map(headRemark) }
}

function unique(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`
    if (!taken.has(name)) return name
  }
}

function headRemark(reason: string): Remark {
  return {
    thing: 'other',
    place: 'row 1',
    id: null,
    code: 'notHeld',
    reason,
    expected: null,
    found: null,
  }
}
