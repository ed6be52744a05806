import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

import { graftSql, type GraftValues, type Walk } from './graft-sql.ts'

/**
 * Copies what is in `main` into the attached project `into`, in the transaction that is open, a step of some milliseconds
 * with every one that is asked for.
 */
export function* graftStepwise(
  db: DatabaseSync,
  into: string,
  values: GraftValues,
): Generator<null, void> {
  for (const { sql, names, walk } of graftSql(db, into)) {
    const statement = db.prepare(sql)
    const given = Object.fromEntries(names.map((name) => [name, values[name]]))
    if (walk === null) {
      statement.run(given)
      yield null
      continue
    }
    for (const stretch of stretchesOf(db, walk)) {
      statement.run({ ...given, ...stretch })
      yield null
    }
  }
}

type Stretch = { readonly after: SQLInputValue; readonly upto: SQLInputValue }

/** The stretches of a table, which lie one after the other and are all of it. */
function* stretchesOf(db: DatabaseSync, { table, column, rows }: Walk): Generator<Stretch, void> {
  const ends = db.prepare(`
    SELECT max(place) AS upto
    FROM (SELECT ${column} AS place FROM main.${table} WHERE ${column} > ? ORDER BY ${column} LIMIT ?)`)
  // Below all: numbers begin with 1, and every id is longer than `0`.
  let after: SQLInputValue = 0
  for (;;) {
    const upto = endAfter(ends, after, rows)
    if (upto === null) return
    yield { after, upto }
    after = upto
  }
}

function endAfter(ends: StatementSync, after: SQLInputValue, rows: number): SQLInputValue {
  return ends.get(after, rows)?.['upto'] ?? null
}
