import { DatabaseSync } from 'node:sqlite'

/** Times in ms of plain `node:sqlite` and `JSON.parse` on what the workbench works on. */
export type PeerTimes = {
  /** All rows of documents, and how many annotations and suggestions each has. */
  readonly open: readonly number[]
  /** One document: its text, annotations and relations. */
  readonly switch: readonly number[]
  /** One annotation and one journal entry, on disk. */
  readonly save: readonly number[]
}

const repetitions = 30

/** Asks of a project, on connections of its own, what the workbench asks. Takes out again what it writes. */
export function measureSqlite(path: string): PeerTimes {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    return { open: openings(path), switch: switches(db), save: savings(db) }
  } finally {
    db.exec(
      "DELETE FROM annotations WHERE id LIKE 'peer-%'; DELETE FROM journal WHERE id LIKE 'peer-%'",
    )
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
    db.close()
  }
}

/** Times in ms of a search of the full-text table for a word, with the texts of its first lines. */
export function measureMatching(path: string): readonly number[] {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const search = db.prepare(`
      SELECT documents.id, text FROM documents JOIN texts USING (sha256)
      WHERE texts.id IN (SELECT rowid FROM text_search WHERE text_search MATCH ?)
      ORDER BY documents.id LIMIT 60`)
    return repeated(() => void search.all('harbour'))
  } finally {
    db.close()
  }
}

/** Times in ms of counting, by label and annotator, the annotations in documents with a word. */
export function measureCounting(path: string): readonly number[] {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const counts = ['label', 'annotator'].map((column) =>
      db.prepare(`
        SELECT ${column}, count(*) FROM annotations JOIN documents ON document_id = documents.id
        JOIN texts USING (sha256)
        WHERE texts.id IN (SELECT rowid FROM text_search WHERE text_search MATCH ?) GROUP BY 1`),
    )
    return repeated(() => {
      for (const count of counts) count.all('harbour')
    })
  } finally {
    db.close()
  }
}

function repeated(work: () => void): readonly number[] {
  return Array.from({ length: 7 }, () => timed(work))
}

/** Times in ms of parsing a text, over and over. */
export function measureParsing(json: string): readonly number[] {
  return Array.from({ length: repetitions }, () => timed(() => void JSON.parse(json)))
}

function openings(path: string): readonly number[] {
  return Array.from({ length: 7 }, () =>
    timed(() => {
      const db = new DatabaseSync(path, { readOnly: true })
      db.prepare('SELECT * FROM documents ORDER BY id').all()
      for (const table of ['annotations', 'suggestions']) {
        db.prepare(
          `SELECT document_id, count(*) AS number FROM ${table} GROUP BY document_id`,
        ).all()
      }
      db.close()
    }),
  )
}

function switches(db: DatabaseSync): readonly number[] {
  const documents = db.prepare('SELECT id, sha256 FROM documents ORDER BY random() LIMIT ?')
  const text = db.prepare('SELECT text FROM texts WHERE sha256 = ?')
  const annotations = db.prepare(
    'SELECT * FROM annotations WHERE document_id = ? ORDER BY start_offset, end_offset DESC, id',
  )
  const relations = db.prepare(
    'SELECT relations.* FROM annotations JOIN relations ON from_id = annotations.id OR to_id = annotations.id WHERE document_id = ?',
  )
  return documents.all(repetitions).map(({ id = null, sha256 = null }) =>
    timed(() => {
      text.get(sha256)
      annotations.all(id)
      relations.all(id)
    }),
  )
}

function savings(db: DatabaseSync): readonly number[] {
  const model = db.prepare('SELECT * FROM annotations LIMIT 1').get() ?? {}
  const columns = Object.keys(model).join(', ')
  const places = Object.keys(model).map(() => '?')
  const annotation = db.prepare(
    `INSERT INTO annotations (${columns}) VALUES (${places.join(', ')})`,
  )
  const entry = db.prepare(`
    INSERT INTO journal (seq, id, at, kind, annotator, summary, subjects, changes)
    SELECT max(seq) + 1, ?, '', 'do', '', 'Tag', '{}', ? FROM journal`)
  const changes = JSON.stringify(model)
  return Array.from({ length: repetitions }, (_, rank) =>
    timed(() => {
      db.exec('BEGIN IMMEDIATE')
      annotation.run(...Object.values({ ...model, id: `peer-${rank}` }))
      entry.run(`peer-${rank}`, changes)
      db.exec('COMMIT')
    }),
  )
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
