import type { DatabaseSync } from 'node:sqlite'

import { textIn } from './tables/columns.ts'

type Statement = {
  readonly sql: string
  /** Of the values that it takes. */
  readonly names: readonly ('borrowed' | 'known' | 'at')[]
}

/** What the annex may change of it: there is one tag set, and it was the same on both sides when the annex was opened. */
const tagSetTables = ['labels', 'relation_types'] as const

/** What is new in the annex from its first row to its last. */
const addedTables = ['annotations', 'attributions', 'suggestions', 'relations'] as const

/** Every table that is grafted. Views and the project itself are of no import. */
export const graftedTables = [
  ...tagSetTables,
  'speakers',
  'texts',
  'documents',
  ...addedTables,
  'journal',
] as const

/**
 * Statements that make what is in `main` a part of the attached project `into`. `borrowed` are ids of documents that were
 * in it before, `known` those of speakers, as JSON; `at` is the time that the journal gives.
 */
export function graftSql(db: DatabaseSync, into: string): readonly Statement[] {
  const columnsOf = (table: string): readonly string[] =>
    db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((row) => textIn(row, 'name'))

  /** By the names of its columns: a project that was brought up from an older layout may have them in another order. */
  function copy(table: string, rest = '', given = columnsOf(table)): string {
    const columns = given.join(', ')
    return `INSERT INTO ${into}.${table} (${columns}) SELECT ${columns} FROM main.${table} ${rest}`
  }

  const tagSet = tagSetTables.flatMap((table): readonly Statement[] => {
    const settings = columnsOf(table)
      .filter((column) => column !== 'id')
      .map((column) => `${column} = excluded.${column}`)
    return [
      {
        sql: `DELETE FROM ${into}.${table} WHERE id NOT IN (SELECT id FROM main.${table})`,
        names: [],
      },
      {
        sql: copy(table, `WHERE true ON CONFLICT (id) DO UPDATE SET ${settings.join(', ')}`),
        names: [],
      },
    ]
  })
  return [
    ...tagSet,
    {
      sql: copy('speakers', 'WHERE id NOT IN (SELECT value FROM json_each(:known))'),
      names: ['known'],
    },
    // Each database numbers its texts by itself.
    {
      sql: copy('texts', 'WHERE true ON CONFLICT (sha256) DO NOTHING', ['sha256', 'text']),
      names: [],
    },
    {
      sql: copy('documents', 'WHERE id NOT IN (SELECT value FROM json_each(:borrowed))'),
      names: ['borrowed'],
    },
    ...addedTables.map((table) => ({ sql: copy(table), names: [] })),
    { sql: copyJournal(columnsOf('journal'), into), names: ['at'] },
  ]
}

/**
 * Entries of the annex after those of the project. What Undo reaches below the first of them is what it reached before:
 * that is found in the entry before (`undoStateOf`), so the chains join by themselves.
 */
function copyJournal(columns: readonly string[], into: string): string {
  const values: Readonly<Record<string, string>> = {
    seq: 'seq + latest',
    undo_seq: 'undo_seq + latest',
    at: ':at',
  }
  return `
    INSERT INTO ${into}.journal (${columns.join(', ')})
    SELECT ${columns.map((column) => values[column] ?? column).join(', ')}
    FROM main.journal, (SELECT coalesce(max(seq), 0) AS latest FROM ${into}.journal)
    ORDER BY seq`
}
