import type { TableColumns } from '../../../../../shared/contract.ts'
import { roleOf, type Role } from './column-roles.ts'

export type Guess = { readonly guess: TableColumns | null; readonly sure: boolean }

/** How much longer, on average, than any other a column has to be for it to be the text without being called so. */
const muchLonger = 4

/** An article has more characters than this, and other cells have fewer. */
const articleLength = 200

/**
 * Which column is what, by names and by how much the first rows have in each. Sure where one column is called a text and
 * none is much longer, or where one is much longer than all others.
 */
export function guessColumns(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): Guess {
  const named = (role: Role) => columns.filter((name) => roleOf(name) === role)
  const lengths = new Map(columns.map((name) => [name, averageLength(name, rows)]))
  const lengthOf = (name: string) => lengths.get(name) ?? 0
  const byLength = columns.toSorted((one, other) => lengthOf(other) - lengthOf(one))
  const called = named('text').toSorted((one, other) => lengthOf(other) - lengthOf(one))
  const [longest = '', next] = byLength
  const [text = longest, secondText] = called
  if (lengthOf(text) === 0) return { guess: null, sure: false }
  const isMuchLonger = (one: string, other: string | undefined) =>
    other === undefined || lengthOf(one) >= muchLonger * lengthOf(other)
  const rival = text !== longest && lengthOf(longest) >= articleLength
  const sure =
    called.length > 0
      ? isMuchLonger(text, secondText) && !(rival && isMuchLonger(longest, text))
      : columns.length === 1 || (lengthOf(text) >= articleLength && isMuchLonger(text, next))
  const other = (role: Role) =>
    named(role).find((name) => name !== text && lengthOf(name) > 0) ?? null
  return {
    guess: {
      text,
      title: other('title'),
      source: other('source'),
      author: other('author'),
      date: other('date'),
      url: other('url'),
      language: other('language'),
    },
    sure,
  }
}

function averageLength(name: string, rows: readonly ReadonlyMap<string, string>[]): number {
  const total = rows.reduce((sum, row) => sum + (row.get(name) ?? '').trim().length, 0)
  return rows.length === 0 ? 0 : total / rows.length
}
