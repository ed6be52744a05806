import type { TableColumns } from '../../shared/contract.ts'
import { oneOf } from './arguments.ts'
import { UsageError } from './command.ts'

/** Which column is what, of a table with these columns; `null` where it lacks one that was named. */
export type NamedColumns = (columns: readonly string[]) => TableColumns | null

const fields = ['text', 'title', 'source', 'author', 'date', 'url', 'language'] as const

/** What `--column` options say; `null` where there are none. */
export function columnsOf(pairs: readonly (readonly [string, string])[]): NamedColumns | null {
  if (pairs.length === 0) return null
  const named = new Map(pairs.map(([field, name]) => [oneOf('--column', field, fields), name]))
  const text = named.get('text')
  if (text === undefined) throw new UsageError('--column needs at least text=NAME.')
  const { title, source, author, date, url, language } = Object.fromEntries(
    fields.map((field) => [field, named.get(field) ?? null]),
  )
  const chosen: TableColumns = {
    text,
    title: title ?? null,
    source: source ?? null,
    author: author ?? null,
    date: date ?? null,
    url: url ?? null,
    language: language ?? null,
  }
  return (columns) => ([...named.values()].every((name) => columns.includes(name)) ? chosen : null)
}
