import type { ImportPlan, TableColumns } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'

type Table = ImportPlan['tables'][number]

/** Tables with the same columns, which are asked about once. */
export type TableKind = {
  readonly columns: readonly string[]
  readonly rows: Table['rows']
  readonly guess: TableColumns | null
  readonly paths: readonly string[]
}

/** What a column can be, as `TableColumns` calls it. */
export const roles = [
  'text',
  'title',
  'source',
  'author',
  'date',
  'url',
  'language',
] as const satisfies readonly (keyof TableColumns)[]

export type Role = (typeof roles)[number]

/** Tables by their columns, in the order in which they come. */
export function tableKinds(tables: readonly Table[]): readonly TableKind[] {
  const groups = Map.groupBy(tables, ({ columns }) => JSON.stringify(columns))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { columns, rows, guess } = first
    return { columns, rows, guess, paths: group.map(({ path }) => path) }
  })
}

/** What is chosen before anybody has chosen: the guess, or the column with the most words as the text. */
export function firstChoice({ columns, rows, guess }: TableKind): TableColumns {
  if (guess !== null) return guess
  const lengths = columns.map((_, index) =>
    rows.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0),
  )
  const longest = lengths.indexOf(Math.max(...lengths))
  return {
    text: columns[longest] ?? '',
    title: null,
    source: null,
    author: null,
    date: null,
    url: null,
    language: null,
  }
}

/** Columns that can have a role: the text keeps its own until another column is the text. */
export function columnsFor(role: Role, chosen: TableColumns, columns: readonly string[]) {
  return role === 'text' ? columns : columns.filter((column) => column !== chosen.text)
}

/** A role given to a column, or to none; the text needs one. What the column was before it is no longer. */
export function withRole(chosen: TableColumns, role: Role, column: string | null): TableColumns {
  if (column === null) return role === 'text' ? chosen : { ...chosen, [role]: null }
  return { ...without(chosen, column), [role]: column }
}

/** What a column becomes. */
export function roleOf(chosen: TableColumns, column: string): Role | 'metadata' {
  return roles.find((role) => chosen[role] === column) ?? 'metadata'
}

/** What that is called. */
export function roleName(role: Role | 'metadata'): string {
  return t(`jobs:import.roles.${role}`)
}

function without(chosen: TableColumns, column: string): TableColumns {
  const free = (of: string | null): string | null => (of === column ? null : of)
  return {
    text: chosen.text,
    title: free(chosen.title),
    source: free(chosen.source),
    author: free(chosen.author),
    date: free(chosen.date),
    url: free(chosen.url),
    language: free(chosen.language),
  }
}
