import { DatabaseSync } from 'node:sqlite'

import { schema, schemaVersion } from '../schema.ts'
import { integerIn, textIn } from '../tables/columns.ts'
import type { Pages } from './pages.ts'

/** A table as its rows lie in the file. */
export type StoredTable = {
  readonly name: string
  /** The page its tree begins at; `null` where the file does not tell any more. */
  readonly root: number | null
  readonly kind: 'table' | 'index'
  /** In the order of the fields of a row. */
  readonly columns: readonly StoredColumn[]
}
export type StoredColumn = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  /** Stored as the row’s own number, and not among its fields. */
  readonly isRowid: boolean
}

type Part = { readonly name: string; readonly root: number; readonly sql: string }

/**
 * The tables of a file as far as it tells, and as version `version` has them where it does not. `sql` makes them anew.
 */
export function layoutOf(
  pages: Pages,
  version: number,
): { readonly tables: readonly StoredTable[]; readonly sql: string } {
  const parts = partsIn(pages)
  const isNewest = version === schemaVersion
  const ownSql = parts.map(({ sql }) => `${sql};`).join('\n')
  const tables = tablesMadeBy(isNewest ? schema : ownSql).map(({ name, sql }) => {
    const part = parts.find((one) => one.name === name)
    const own = part === undefined ? undefined : describe(name, part.sql)
    return { ...(own ?? describe(name, sql)), root: part?.root ?? null }
  })
  return { tables, sql: isNewest ? schema : ownSql }
}

/** The tables that the file names, each proved by making it. */
function partsIn(pages: Pages): readonly Part[] {
  const parts: Part[] = []
  const seen = new Set<number>()
  const visit = (number: number): void => {
    if (seen.has(number)) return
    seen.add(number)
    const page = pages.tree(number)
    for (const row of page?.rows() ?? []) {
      const [type, name, , root, sql] = row?.fields ?? []
      const isTable = type === 'table' && typeof name === 'string' && typeof sql === 'string'
      if (!isTable || typeof root !== 'number' || root < 2) continue
      if (makes(name, sql)) parts.push({ name, root, sql })
    }
    for (const child of page?.children ?? []) visit(child)
  }
  visit(1)
  return parts
}

function makes(name: string, sql: string): boolean {
  if (!sql.startsWith('CREATE TABLE ')) return false
  using db = new DatabaseSync(':memory:')
  try {
    db.exec(sql)
    return db.prepare(`PRAGMA table_info("${name}")`).get() !== undefined
  } catch {
    // Not the words that made the table.
    return false
  }
}

/** Ordinary tables: not those that stand for an index of words. */
function tablesMadeBy(sql: string): readonly { readonly name: string; readonly sql: string }[] {
  using db = new DatabaseSync(':memory:')
  db.exec(sql)
  return db
    .prepare(
      `SELECT t.name AS name, s.sql AS sql FROM pragma_table_list AS t JOIN sqlite_schema AS s ON s.name = t.name
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'`,
    )
    .all()
    .map((row) => ({ name: textIn(row, 'name'), sql: textIn(row, 'sql') }))
}

function describe(name: string, sql: string): Omit<StoredTable, 'root'> {
  using db = new DatabaseSync(':memory:')
  db.exec(sql)
  const list = db.prepare('SELECT wr FROM pragma_table_list WHERE name = ?').get(name) ?? {}
  const kind = integerIn(list, 'wr') === 1 ? 'index' : 'table'
  const columns = db
    .prepare(`PRAGMA table_info("${name}")`)
    .all()
    .map((row) => ({
      name: textIn(row, 'name'),
      type: textIn(row, 'type'),
      required: integerIn(row, 'notnull') === 1,
      key: integerIn(row, 'pk'),
    }))
  const keys = columns.filter(({ key }) => key > 0)
  // Without row numbers the key comes first: https://www.sqlite.org/fileformat2.html#representation_of_sql_tables
  const ordered =
    kind === 'table'
      ? columns
      : [...keys.toSorted((a, b) => a.key - b.key), ...columns.filter(({ key }) => key === 0)]
  return {
    name,
    kind,
    columns: ordered.map(({ key, ...column }) => ({
      ...column,
      isRowid: kind === 'table' && key > 0 && keys.length === 1 && column.type === 'INTEGER',
    })),
  }
}
