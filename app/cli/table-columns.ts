import type { TableColumns, TableHead } from '../../shared/contract.ts'
import {
  rememberColumns,
  rememberedColumns,
  type RememberedColumns,
} from '../workbench/remembered-columns.ts'
import { oneOf } from './arguments.ts'
import { UsageError } from './command.ts'

const fields = ['text', 'title', 'source', 'author', 'date', 'url', 'language'] as const

/** What `--column` options say; `null` where there are none. */
export function columnsOf(pairs: readonly (readonly [string, string])[]): TableColumns | null {
  if (pairs.length === 0) return null
  const named = new Map(pairs.map(([field, name]) => [oneOf('--column', field, fields), name]))
  const text = named.get('text')
  if (text === undefined) throw new UsageError('--column needs at least text=NAME.')
  const { title, source, author, date, url, language } = Object.fromEntries(
    fields.map((field) => [field, named.get(field) ?? null]),
  )
  return {
    text,
    title: title ?? null,
    source: source ?? null,
    author: author ?? null,
    date: date ?? null,
    url: url ?? null,
    language: language ?? null,
  }
}

type PlannedTable = { readonly path: string; readonly table: TableHead }

/** Which column is what, by path of a table, and what is remembered of it. */
export type Choices = {
  readonly columns: ReadonlyMap<string, TableColumns>
  readonly remembered: RememberedColumns
  /** What a person would not expect. */
  readonly notes: readonly string[]
}

/**
 * The columns that were named, for the tables that have them all; else those that were named last time; else a guess that
 * is sure. Throws `UsageError` for a name that is in no table.
 */
export function chooseColumns(
  tables: readonly PlannedTable[],
  named: TableColumns | null,
  remembered: RememberedColumns,
): Choices {
  const names = Object.values(named ?? {}).filter((name) => name !== null)
  const missing = names.find((name) => !tables.some(({ table }) => table.columns.includes(name)))
  if (missing !== undefined && tables.length > 0) {
    const there = new Set(tables.flatMap(({ table }) => table.columns))
    const list = [...there].map((name) => `“${name}”`).join(', ')
    throw new UsageError(`No table has a column “${missing}”. The columns are ${list}.`)
  }
  const columns = new Map<string, TableColumns>()
  const notes: string[] = []
  let kept = remembered
  for (const { path, table } of tables) {
    const lacks = names.filter((name) => !table.columns.includes(name))
    const last = rememberedColumns(remembered, table.columns)
    if (named !== null && lacks.length === 0) {
      columns.set(path, named)
      kept = rememberColumns(kept, table.columns, named)
      continue
    }
    if (lacks.length > 0) {
      notes.push(
        `${path}: It has no column “${lacks.join('”, “')}”, so --column does not go for it.`,
      )
    }
    if (last !== null) notes.push(`${path}: Its text is in “${last.text}”, as was said last time.`)
    const chosen = last ?? (table.sure ? table.guess : null)
    if (chosen !== null) columns.set(path, chosen)
  }
  return { columns, remembered: kept, notes }
}
