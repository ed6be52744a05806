import type { DatabaseSync } from 'node:sqlite'

import type { CountFilter, CountRequest, WordCounts } from '../../../shared/contract.ts'
import { wordSpans, wordsUnder } from '../../../shared/text/word-spans.ts'
import { integerIn, textIn, textOrNullIn } from '../project/tables/columns.ts'
import { conditionOf } from './conditions.ts'
import { numberOf } from './number-of.ts'

const layout = `
DROP TABLE IF EXISTS temp.length;
CREATE TEMP TABLE length (article INTEGER PRIMARY KEY, words INTEGER NOT NULL);
DROP TABLE IF EXISTS temp.stretch;
CREATE TEMP TABLE stretch (
  fact INTEGER NOT NULL, article INTEGER NOT NULL, label INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
);
DROP TABLE IF EXISTS temp.span;
CREATE TEMP TABLE span (article INTEGER NOT NULL, fact INTEGER NOT NULL, label INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL);
INSERT INTO span
  SELECT article, fact.id, fact.label, start_offset, end_offset FROM fact
    JOIN annotations ON annotations.rowid = fact.id WHERE json_array_length(spans) = 1
  UNION ALL
  SELECT article, fact.id, fact.label, value ->> '$.start', value ->> '$.end' FROM fact
    JOIN annotations ON annotations.rowid = fact.id, json_each(spans) WHERE json_array_length(spans) > 1;
CREATE INDEX temp.span_by_article ON span (article);
`

/** Reads every text once and notes which of its words each span is over, by their places. Needs `gatherFacts`. */
export function gatherWords(db: DatabaseSync): void {
  db.exec(layout)
  const texts = db.prepare(`
    SELECT documents.rowid AS article, language, text FROM documents JOIN texts ON texts.sha256 = documents.sha256`)
  const spans = db.prepare('SELECT fact, label, start, end FROM span WHERE article = ?')
  const addLength = db.prepare('INSERT INTO length VALUES (?, ?)')
  const addStretch = db.prepare('INSERT INTO stretch VALUES (?, ?, ?, ?, ?)')
  for (const row of texts.iterate()) {
    const article = integerIn(row, 'article')
    const words = wordSpans(textIn(row, 'text'), textOrNullIn(row, 'language'))
    addLength.run(article, words.length)
    for (const span of spans.iterate(article)) {
      const place = { start: integerIn(span, 'start'), end: integerIn(span, 'end') }
      const under = wordsUnder(words, place)
      if (under === null) continue
      const [fact, label] = [integerIn(span, 'fact'), integerIn(span, 'label')]
      addStretch.run(fact, article, label, under.first, under.last)
    }
  }
  db.exec('DROP TABLE temp.span')
}

/** Counts words of texts, and those under a span. Needs `gatherWords`. */
export function countWords(
  db: DatabaseSync,
  filter: CountFilter,
  denies: CountRequest['denies'],
): WordCounts {
  const condition = conditionOf(filter, denies, ['labels'])
  const ofDocuments = conditionOf(filter, denies, ['labels', 'speakers', 'annotators', 'denials'])
  const byLabel = db.prepare(`
    SELECT labels.id, words FROM (${wordsUnderAny('label, article', condition.sql, 'label')})
      JOIN labels ON labels.rowid = label ORDER BY position`)
  return {
    words: numberOf(
      db,
      `SELECT sum(words) FROM length JOIN article AS fact ON fact.id = article WHERE ${ofDocuments.sql}`,
      ofDocuments.values,
    ),
    tagged: numberOf(
      db,
      `SELECT words FROM (${wordsUnderAny('article', condition.sql, 'NULL')})`,
      condition.values,
    ),
    byLabel: byLabel
      .all(condition.values)
      .map((row) => ({ label: textIn(row, 'id'), words: integerIn(row, 'words') })),
  }
}

/**
 * How many words are under any of the stretches that share what they are parted by: of each, only those words count that
 * no stretch before it reaches.
 */
function wordsUnderAny(partedBy: string, condition: string, grouped: string): string {
  const columns = partedBy.split(', ').map((column) => `stretch.${column}`)
  return `
    SELECT ${grouped} AS label, sum(max(0, last - max(first - 1, coalesce(reach, -1)))) AS words FROM (
      SELECT stretch.label, first, last, max(last) OVER (
        PARTITION BY ${columns.join(', ')} ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS reach
      FROM stretch ${condition === 'TRUE' ? '' : 'JOIN fact ON fact.id = stretch.fact'} WHERE ${condition}
    ) GROUP BY 1`
}
