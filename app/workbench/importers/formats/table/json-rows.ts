import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { SourceFile } from '../../import-format.ts'
import { jsonItems, type JsonItem } from '../../json-items.ts'
import { Refusal } from '../../refusal.ts'
import type { Row, Table } from './table-rows.ts'

/** How many rows are looked at for the columns. */
const headRows = 50

/** A table of JSON: objects on lines of their own, or in a list. Values that are no text are given as JSON. */
export async function jsonRows(file: SourceFile): Promise<Table> {
  const columns = new Set<string>()
  let count = 0
  for await (const row of rowsOf(file)) {
    if ('cells' in row) for (const name of row.cells.keys()) columns.add(name)
    count += 1
    if (count === headRows) break
  }
  if (columns.size === 0) {
    throw new Refusal({
      code: 'malformed',
      reason: t('remarks:table.noList'),
    })
  }
  return {
    columns: [...columns],
    decoding: { encoding: 'utf-8', byteOrderMark: false },
    changed: [],
    rows: () => rowsOf(file),
  }
}

async function* rowsOf(file: SourceFile): AsyncGenerator<Row> {
  for await (const item of jsonItems(file)) {
    const row = rowOf(item)
    if (!('cells' in row) || row.cells.size > 0) yield row
  }
}

function rowOf(item: JsonItem): Row {
  const place = item.place ?? '[0]'
  if ('refusal' in item) return { place, end: item.end, refusal: item.refusal }
  if (!isObject(item.value)) return { place, end: item.end, refusal: noObject(place) }
  const cells = Object.entries(item.value).map(([name, value]) => [name, textOf(value)] as const)
  return { place, end: item.end, cells: new Map(cells.filter(([, text]) => text !== '')) }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function noObject(place: string): Remark {
  return {
    thing: 'document',
    place,
    id: null,
    code: 'malformed',
    reason: t('remarks:table.noObject'),
    expected: null,
    found: null,
  }
}
