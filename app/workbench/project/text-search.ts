import process from 'node:process'
import type { DatabaseSync } from 'node:sqlite'

import { searchableOf, wordsApart } from '../../../shared/text/searchable.ts'
import { integerIn, integerOrNullIn, textIn } from './tables/columns.ts'

/**
 * The rules by which texts are cut into words, in the name of the table’s column: where they are others, with a newer
 * Unicode among them, the table is made anew.
 */
const words = `words_1_unicode_${(process.versions['unicode'] ?? '').replaceAll('.', '_')}`

/**
 * The full-text table over `texts`, by their `id`. It holds no texts, only where the words are that `searchableOf` makes of them:
 * to `ascii`, all else than ASCII signs is a part of words. So words are the same ones here as where texts are looked through
 * one by one. https://www.sqlite.org/fts5.html#contentless_tables
 */
const layout = `CREATE VIRTUAL TABLE text_search USING fts5 (${words}, content = '', tokenize = 'ascii')`

/** Whether this SQLite was built with FTS5. */
function hasFullText(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").get() !== undefined
}

/** Makes the table where SQLite can and the project has none, or one of other rules. Filling it is left to the search. */
export function ensureTextSearch(db: DatabaseSync): void {
  if (!hasFullText(db) || isUsable(db)) return
  db.exec(`DROP TABLE IF EXISTS text_search; ${layout}`)
}

/** Whether there is a table that can be searched. */
export function hasTextSearch(db: DatabaseSync): boolean {
  return hasFullText(db) && isUsable(db)
}

function isUsable(db: DatabaseSync): boolean {
  const present = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'text_search'").get()
  return present !== undefined && textIn(present, 'sql') === layout
}

/** The texts that are in the table: all of them up to an id, which is 0 where there are none. */
export function indexedUpTo(db: DatabaseSync): number {
  const row = db.prepare('SELECT max(id) AS id FROM text_search_docsize').get() ?? {}
  return integerOrNullIn(row, 'id') ?? 0
}

/** Whether the table has as many texts as there are up to its last one, and that one is there: none is missing between. */
export function isInStep(db: DatabaseSync): boolean {
  const upTo = indexedUpTo(db)
  const row = db
    .prepare(`
      SELECT (SELECT count(*) FROM text_search_docsize) AS indexed,
        (SELECT count(*) FROM texts) - (SELECT count(*) FROM texts WHERE id > ?1) AS stored,
        (SELECT count(*) FROM texts WHERE id = ?1) AS last`)
    .get(upTo)
  if (row === undefined) return false
  const isLastThere = upTo === 0 || integerIn(row, 'last') === 1
  return isLastThere && integerIn(row, 'indexed') === integerIn(row, 'stored')
}

/** Empties the table. */
export function clearTextSearch(db: DatabaseSync): void {
  db.exec("INSERT INTO text_search (text_search) VALUES ('delete-all')")
}

/** The words of a text as the table takes them. */
export function indexedWords(text: string): string {
  return wordsApart(searchableOf(text).folded)
}

/** What puts the words of a text into the table, in a transaction of its caller. */
export function textIndexer(db: DatabaseSync): (id: number, indexed: string) => void {
  const insertion = db.prepare(`INSERT INTO text_search (rowid, ${words}) VALUES (?, ?)`)
  return (id, indexed) => {
    insertion.run(id, indexed)
  }
}
