import type { DatabaseSync } from 'node:sqlite'

import { textIn } from './tables/columns.ts'

/** What a graft knows besides the rows of the annex. */
export type GraftValues = {
  /** Ids of documents that were in the project before, and of speakers, as JSON. */
  readonly borrowed: string
  readonly known: string
  /** The time that the journal gives. */
  readonly at: string
  /** The number of the latest entry of the project’s journal. */
  readonly latest: number
}

/** One statement of a graft. */
export type GraftStatement = {
  readonly sql: string
  /** Of the values that it takes. */
  readonly names: readonly (keyof GraftValues)[]
  /** A table of the annex that it copies by stretches, each of the rows above `:after` up to `:upto`; else it runs once. */
  readonly walk: Walk | null
}

/** Goes through a table along a column that is indexed, so many rows at a time: some milliseconds of work. */
export type Walk = { readonly table: string; readonly column: string; readonly rows: number }

/** What the annex may change of it: there is one tag set, and it was the same on both sides when the annex was opened. */
const tagSetTables = ['labels', 'relation_types'] as const

/** What is new in the annex from its first row to its last. */
const addedWalks = [
  { table: 'annotations', column: 'id', rows: 1000 },
  { table: 'attributions', column: 'annotation_id', rows: 1000 },
  { table: 'suggestions', column: 'id', rows: 1000 },
  { table: 'relations', column: 'id', rows: 1000 },
] as const satisfies readonly Walk[]

/** Every table that is grafted. Views and the project itself are of no import. */
export const graftedTables = [
  ...tagSetTables,
  'journal',
  'speakers',
  'texts',
  'documents',
  ...addedWalks.map(({ table }) => table),
] as const

const withinStretch = (column: string) => `${column} > :after AND ${column} <= :upto`

/** Statements that make what is in `main` a part of the attached project `into`. */
export function graftSql(db: DatabaseSync, into: string): readonly GraftStatement[] {
  const columnsOf = (table: string): readonly string[] =>
    db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((row) => textIn(row, 'name'))

  /** By the names of its columns: a project that was brought up from an older layout may have them in another order. */
  function copy(table: string, rest: string, given = columnsOf(table)): string {
    const columns = given.join(', ')
    return `INSERT INTO ${into}.${table} (${columns}) SELECT ${columns} FROM main.${table} WHERE ${rest}`
  }

  const tagSet = tagSetTables.flatMap((table): readonly GraftStatement[] => {
    const settings = columnsOf(table)
      .filter((column) => column !== 'id')
      .map((column) => `${column} = excluded.${column}`)
    return [
      {
        sql: `DELETE FROM ${into}.${table} WHERE id NOT IN (SELECT id FROM main.${table})`,
        names: [],
        walk: null,
      },
      {
        sql: copy(table, `true ON CONFLICT (id) DO UPDATE SET ${settings.join(', ')}`),
        names: [],
        walk: null,
      },
    ]
  })
  return [
    ...tagSet,
    // Only appended to, so none of its pages is written twice: when SQLite commits, it goes through the log again from the first
    // page that was.
    {
      sql: copyJournal(columnsOf('journal'), into),
      names: ['at', 'latest'],
      // One entry may hold thousands of annotations.
      walk: { table: 'journal', column: 'seq', rows: 1 },
    },
    {
      sql: copy('speakers', 'id NOT IN (SELECT value FROM json_each(:known))'),
      names: ['known'],
      walk: null,
    },
    {
      // Each database numbers its texts by itself.
      sql: copy('texts', `${withinStretch('id')} ON CONFLICT (sha256) DO NOTHING`, [
        'sha256',
        'text',
      ]),
      names: [],
      walk: { table: 'texts', column: 'id', rows: 100 },
    },
    {
      sql: copy(
        'documents',
        `${withinStretch('id')} AND id NOT IN (SELECT value FROM json_each(:borrowed))`,
      ),
      names: ['borrowed'],
      walk: { table: 'documents', column: 'id', rows: 500 },
    },
    ...addedWalks.map((walk) => ({
      sql: copy(walk.table, withinStretch(walk.column)),
      names: [],
      walk,
    })),
  ]
}

/**
 * Entries of the annex after those of the project. What Undo reaches below the first of them is what it reached before:
 * that is found in the entry before (`undoStateOf`), so the chains join by themselves.
 */
function copyJournal(columns: readonly string[], into: string): string {
  const values: Readonly<Record<string, string>> = {
    seq: 'seq + :latest',
    undo_seq: 'undo_seq + :latest',
    at: ':at',
  }
  return `
    INSERT INTO ${into}.journal (${columns.join(', ')})
    SELECT ${columns.map((column) => values[column] ?? column).join(', ')}
    FROM main.journal
    WHERE ${withinStretch('seq')}
    ORDER BY seq`
}
