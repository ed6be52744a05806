import { extname } from 'node:path'

import type { TableColumns, TableHead } from '../../../../../shared/contract.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isAnnotationTable } from '../../../exporters/formats/csv/csv-columns.ts'
import type { ImportFormat, Recognition, SourceFile } from '../../import-format.ts'
import { firstItemOf, type FirstItem } from '../../json-sample.ts'
import { Refusal } from '../../refusal.ts'
import { readAnnotationTable } from './annotation-table.ts'
import { readArticleTable } from './article-table.ts'
import { roleOf } from './column-roles.ts'
import { guessColumns, type Guess } from './guess-columns.ts'
import { beginsOwnTable } from './own-table.ts'
import { openTable, type Table } from './table-rows.ts'

const separated = ['.csv', '.tsv', '.tab']
const json = ['.jsonl', '.ndjson', '.json']

/** How many rows are looked at for a guess, and how many of them are shown. */
const guessRows = 50
const shownRows = 5

/** How much of a cell is shown, in UTF-16 code units. */
const shownCell = 200

/**
 * A table of articles, a row each: CSV and its kin, or JSON objects with fields. One that Verbatim exported is read with
 * its annotations.
 */
export const tableFormat: ImportFormat = {
  id: 'table',
  name: 'Table',
  extensions: [...separated, ...json],
  recognise: ({ path, text }) => {
    if (text === null) return 'no'
    if (beginsOwnTable(text)) return 'certain'
    const extension = extname(path).toLowerCase()
    if (separated.includes(extension)) return 'likely'
    return json.includes(extension) ? recogniseObjects(firstItemOf(text)) : 'no'
  },
  tableHead: tableHeadOf,
  async *read(file, { columns }) {
    const table = await openTable(file)
    if (isAnnotationTable(table.columns)) {
      yield* readAnnotationTable(table)
      return
    }
    for (const remark of table.changed) yield { kind: 'changed', remark }
    yield* readArticleTable(table, await columnsOf(table, columns))
  },
}

/** Objects of plain values, one of which is called a text, are a table; any others may be one. */
function recogniseObjects(item: FirstItem | null): Recognition {
  if (item?.shape !== 'object' && item?.shape !== 'objects') return 'no'
  const fields = [...item.fields]
  const flat = fields.every(([, value]) => !/^[[{]/.test(value))
  const text = fields.some(([name, value]) => roleOf(name) === 'text' && value.startsWith('"'))
  return flat && text ? 'likely' : 'possible'
}

/** What a person sees of a table to say which column is what. Reads no more of it than that takes. Throws `Refusal`. */
export async function tableHeadOf(file: SourceFile): Promise<TableHead> {
  const table = await openTable(file)
  const rows = await firstRows(table)
  return {
    columns: table.columns,
    rows: rows
      .slice(0, shownRows)
      .map((row) => table.columns.map((name) => shortened(row.get(name) ?? ''))),
    ...(isAnnotationTable(table.columns) ? ownColumns : guessColumns(table.columns, rows)),
  }
}

/** A table that Verbatim wrote says itself what is what. */
const ownColumns: Guess = {
  guess: {
    text: 'text',
    title: 'title',
    source: 'source',
    author: 'author',
    date: 'date',
    url: 'url',
    language: 'language',
  },
  sure: true,
}

async function columnsOf(table: Table, chosen: TableColumns | null): Promise<TableColumns> {
  if (chosen === null) {
    const { guess, sure } = guessColumns(table.columns, await firstRows(table))
    if (guess !== null && sure) return guess
    throw new Refusal({
      code: 'invalidArguments',
      reason: t('remarks:table.whichColumn', { names: namesOf(table) }),
      found: guess?.text ?? null,
    })
  }
  const missing = Object.values(chosen)
    .filter((name) => name !== null)
    .find((name) => !table.columns.includes(name))
  if (missing === undefined) return chosen
  throw new Refusal({
    code: 'invalidArguments',
    reason: t('remarks:table.noColumn', { missing, names: namesOf(table) }),
  })
}

function namesOf({ columns }: Table): string {
  const names = columns
    .slice(0, 50)
    .map((name) => t('remarks:fields.quoted', { name: shortened(name) }))
  const more = columns.length - 50
  return more > 0
    ? t('remarks:table.namesAndMore', { names: names.join(', '), more: String(more) })
    : names.join(', ')
}

async function firstRows({ rows }: Table): Promise<readonly ReadonlyMap<string, string>[]> {
  const first: ReadonlyMap<string, string>[] = []
  for await (const row of rows()) {
    if ('cells' in row) first.push(row.cells)
    if (first.length === guessRows) break
  }
  return first
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

function shortened(cell: string): string {
  if (cell.length <= shownCell) return cell
  let end = 0
  for (const { index, segment } of segmenter.segment(cell.slice(0, shownCell * 2))) {
    if (index + segment.length > shownCell) break
    end = index + segment.length
  }
  return `${cell.slice(0, end)}…`
}
