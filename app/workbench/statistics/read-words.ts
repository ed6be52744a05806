import type { DatabaseSync } from 'node:sqlite'

import { wordSpans, wordsUnder } from '../../../shared/text/word-spans.ts'
import { integerIn, textIn, textOrNullIn } from '../project/tables/columns.ts'

/*
 * What is counted of words, as temporary tables beside those of `facts.ts`: how many each article has (`length`), which of them
 * a span is over, by their places (`stretch`), and how many are under any span of a label, or of any label at all, which is
 * label 0 (`covered`).
 */
const tables = `
CREATE TEMP TABLE IF NOT EXISTS length (article INTEGER PRIMARY KEY, words INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS stretch (
  fact INTEGER NOT NULL, article INTEGER NOT NULL, label INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE TEMP TABLE IF NOT EXISTS covered (article INTEGER NOT NULL, label INTEGER NOT NULL, words INTEGER NOT NULL);
`

/** The words of one annotation, or of one of its spans. */
type Stretch = {
  readonly fact: number
  readonly label: number
  readonly first: number
  readonly last: number
}

/**
 * Reads texts that were not read yet, at least one and for about `patience` ms, and gives whether that was all. Needs `gatherFacts`.
 */
export function readWords(db: DatabaseSync, patience: number): boolean {
  db.exec(tables)
  const unread = db.prepare(`
    SELECT article.id AS article, uuid, language, text FROM article
      CROSS JOIN documents ON documents.rowid = article.id
      CROSS JOIN texts ON texts.sha256 = documents.sha256
    WHERE article.id NOT IN (SELECT article FROM length)`)
  const spans = db.prepare(`
    SELECT fact.id AS fact, label, span.value ->> 'start' AS start, span.value ->> 'end' AS end
    FROM (SELECT rowid, spans FROM annotations WHERE document_id = ?) AS annotation
      CROSS JOIN fact ON fact.id = annotation.rowid CROSS JOIN json_each(spans) AS span`)
  const addLength = db.prepare('INSERT INTO length VALUES (?, ?)')
  const addStretch = db.prepare('INSERT INTO stretch VALUES (?, ?, ?, ?, ?)')
  const addCovered = db.prepare('INSERT INTO covered VALUES (?, ?, ?)')
  const began = performance.now()
  for (const row of unread.iterate()) {
    const article = integerIn(row, 'article')
    const words = wordSpans(textIn(row, 'text'), textOrNullIn(row, 'language'))
    const stretches = spans.all(textIn(row, 'uuid')).flatMap((span): readonly Stretch[] => {
      const place = { start: integerIn(span, 'start'), end: integerIn(span, 'end') }
      const under = wordsUnder(words, place)
      const [fact, label] = [integerIn(span, 'fact'), integerIn(span, 'label')]
      return under === null ? [] : [{ fact, label, ...under }]
    })
    addLength.run(article, words.length)
    for (const { fact, label, first, last } of stretches) {
      addStretch.run(fact, article, label, first, last)
    }
    for (const [label, some] of Map.groupBy(stretches, (one) => one.label)) {
      addCovered.run(article, label, wordsIn(some))
    }
    if (stretches.length > 0) addCovered.run(article, 0, wordsIn(stretches))
    if (performance.now() - began > patience) return false
  }
  return true
}

/** Has texts read again: those of documents by their ids, or all. To be called before their facts are renewed. */
export function forgetWords(db: DatabaseSync, documents: readonly string[] | 'all'): void {
  db.exec(tables)
  for (const table of ['length', 'stretch', 'covered']) {
    if (documents === 'all') db.exec(`DELETE FROM temp.${table}`)
    else {
      db.prepare(`
        DELETE FROM temp.${table} WHERE article IN (
          SELECT id FROM article WHERE uuid IN (SELECT value FROM json_each(?)))`).run(
        JSON.stringify(documents),
      )
    }
  }
}

/** How many words are under any of these, each counted once. */
function wordsIn(stretches: readonly Stretch[]): number {
  let [count, reach] = [0, -1]
  for (const { first, last } of stretches.toSorted((one, other) => one.first - other.first)) {
    count += Math.max(0, last - Math.max(first - 1, reach))
    reach = Math.max(reach, last)
  }
  return count
}
