import type { DatabaseSync } from 'node:sqlite'

import { integerIn } from '../project/tables/columns.ts'

/** The one whole number that a query gives; 0 where it gives none, as a sum over no rows does. */
export function numberOf(
  db: DatabaseSync,
  sql: string,
  values: Readonly<Record<string, string>>,
): number {
  const row = db.prepare(`SELECT coalesce((${sql}), 0) AS number`).get(values)
  return integerIn(row ?? {}, 'number')
}
