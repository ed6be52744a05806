import type { DatabaseSync, StatementSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { StoredColumn, StoredTable } from './layout.ts'
import type { Pages, StoredRow } from './pages.ts'
import type { RepairProgress, Repairing } from './progress.ts'
import type { LongText, Value } from './record.ts'

/**
 * Puts every row that can be read into `db`, which has the tables empty. A page that cannot be read costs what is on it:
 * pages below it are found all the same, and told apart by the shape of their rows. Gives what could not be read.
 */
export function* salvage(
  pages: Pages,
  tables: readonly StoredTable[],
  db: DatabaseSync,
): Repairing<readonly Finding[]> {
  const findings: Finding[] = []
  const insertions = new Map(tables.map((table) => [table, insertionInto(db, table)]))
  const reached = new Set<number>([1])
  const broken = new Set<StoredTable>()

  function progress(done: number): RepairProgress {
    return { phase: 'reading', done, total: pages.count, documents: 0, annotations: 0 }
  }

  function* visit(table: StoredTable, number: number): Repairing<void> {
    if (reached.has(number)) return
    reached.add(number)
    yield progress(Math.min(reached.size, pages.count))
    const page = pages.tree(number)
    if (page === null || page.kind !== table.kind) {
      broken.add(table)
      findings.push(unreadable(t('failures:repair.page', { page: number, table: table.name })))
      return
    }
    take(table, page.rows(), number)
    for (const child of page.children) yield* visit(table, child)
  }

  function take(table: StoredTable, rows: Iterable<StoredRow | null>, page: number): void {
    let count = 0
    for (const row of rows) {
      if (row === null || !store(insertions.get(table), table, row)) count += 1
    }
    if (count === 0) return
    findings.push(unreadable(t('failures:repair.rows', { count, page, table: table.name })))
  }

  for (const table of tables) {
    if (table.root !== null) yield* visit(table, table.root)
    else {
      broken.add(table)
      findings.push(unreadable(t('failures:repair.noRoot', { table: table.name })))
    }
  }
  const candidates = [...broken].toSorted((one, other) => jsonColumns(other) - jsonColumns(one))
  const free = candidates.length === 0 ? new Set<number>() : pages.free()
  for (let number = 2; number <= (candidates.length === 0 ? 0 : pages.count); number += 1) {
    if (reached.has(number) || free.has(number)) continue
    yield progress(number)
    const page = pages.tree(number)
    if (page === null) continue
    const first = firstOf(page.rows())
    if (first === null) continue
    const table = candidates.find((one) => one.kind === page.kind && fits(one, first))
    if (table !== undefined) take(table, page.rows(), number)
  }
  return findings
}

/** The first row that can be read. */
function firstOf(rows: Iterable<StoredRow | null>): StoredRow | null {
  for (const row of rows) if (row !== null) return row
  return null
}

function unreadable(message: string): Finding {
  return { part: 'file', id: null, message }
}

function insertionInto(db: DatabaseSync, { name, columns }: StoredTable): StatementSync {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  // Long texts come as bytes.
  const places = columns.map(({ type }) => (type === 'TEXT' ? 'CAST(? AS TEXT)' : '?')).join(', ')
  return db.prepare(`INSERT OR IGNORE INTO "${name}" (${names}) VALUES (${places})`)
}

function store(insertion: StatementSync | undefined, table: StoredTable, row: StoredRow): boolean {
  if (!fits(table, row)) return false
  try {
    insertion?.run(...table.columns.map((column, index) => boundOf(valueIn(column, row, index))))
    return true
  } catch (error) {
    // A value that the table does not take: https://www.sqlite.org/stricttables.html
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') return false
    throw error
  }
}

/** Columns that hold JSON, in any layout there has been. */
const json: ReadonlySet<string> = new Set([
  'aliases',
  'attributes',
  'changes',
  'from_labels',
  'metadata',
  'provenance',
  'searches',
  'spans',
  'subjects',
  'suggestion',
  'tags',
  'to_labels',
])

function jsonColumns({ columns }: StoredTable): number {
  return columns.filter(({ name }) => json.has(name)).length
}

/** Whether a row may be one of a table, by the number and the kinds of its fields. */
function fits({ columns }: StoredTable, row: StoredRow): boolean {
  return (
    row.fields.length === columns.length &&
    columns.every((column, index) => {
      const value = valueIn(column, row, index)
      if (value === null || value === undefined) return !column.required
      if (column.type === 'INTEGER') return typeof value === 'number'
      const start = startOf(value)
      return start !== null && (!json.has(column.name) || /^[[{]/.test(start))
    })
  )
}

/** The first character of a text, if any; `null` of what is no text. */
function startOf(value: Value): string | null {
  if (typeof value === 'string') return value.slice(0, 1)
  return isLong(value) ? String.fromCharCode(value.utf8[0] ?? 0) : null
}

function boundOf(value: Value | undefined): Exclude<Value, LongText> {
  return isLong(value) ? value.utf8 : (value ?? null)
}

function isLong(value: Value | undefined): value is LongText {
  return typeof value === 'object' && value !== null && 'utf8' in value
}

function valueIn(column: StoredColumn, row: StoredRow, index: number): Value | undefined {
  return column.isRowid ? row.rowid : row.fields[index]
}
