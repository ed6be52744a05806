import type { DatabaseSync } from 'node:sqlite'

/**
 * The full-text table over `texts`, by their `id`. It holds no text of its own and is made again where it is missing:
 * a project that was worked on without FTS5 has none, or one that lacks texts.
 * https://www.sqlite.org/fts5.html#external_content_tables
 */
const layout = `
CREATE VIRTUAL TABLE text_search USING fts5 (
  text, content = 'texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
)`

/** Whether this SQLite was built with FTS5. */
function hasFullText(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").get() !== undefined
}

/** Makes the table where SQLite can and the project has none. Filling it is left to the search. */
export function ensureTextSearch(db: DatabaseSync): void {
  const present = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'text_search'").get()
  if (present === undefined && hasFullText(db)) db.exec(layout)
}
