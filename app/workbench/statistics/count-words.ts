import type { DatabaseSync } from 'node:sqlite'

import type { CountFilter, CountRequest, WordCounts } from '../../../shared/contract.ts'
import { integerIn, textIn } from '../project/tables/columns.ts'
import { conditionOf, type Condition } from './conditions.ts'
import { numberOf } from './number-of.ts'

/** Parts of a filter that are not about the document as a whole, labels aside: those are counted each by itself. */
const ofAnnotations = ['speakers', 'annotators', 'denials'] as const

/** Counts words of texts, and those under a span. Needs `readWords`. */
export function countWords(
  db: DatabaseSync,
  filter: CountFilter,
  denies: CountRequest['denies'],
): WordCounts {
  const ofDocuments = conditionOf(filter, denies, ['labels', ...ofAnnotations])
  return {
    words: numberOf(
      db,
      `SELECT sum(words) FROM length JOIN article AS fact ON fact.id = article WHERE ${ofDocuments.sql}`,
      ofDocuments.values,
    ),
    ...(ofAnnotations.every((part) => filter[part].length === 0)
      ? ofWholeDocuments(db, ofDocuments)
      : ofSomeAnnotations(db, conditionOf(filter, denies, ['labels']))),
  }
}

type Tagged = Pick<WordCounts, 'tagged' | 'byLabel'>

/** All annotations of the documents count, so what is known of each article is added up. */
function ofWholeDocuments(db: DatabaseSync, { sql, values }: Condition): Tagged {
  const from = `covered JOIN article AS fact ON fact.id = article WHERE ${sql}`
  const byLabel = db.prepare(`
    SELECT labels.id, words FROM (SELECT covered.label AS label, sum(words) AS words FROM ${from} GROUP BY 1)
      JOIN labels ON labels.rowid = label ORDER BY position`)
  return {
    tagged: numberOf(db, `SELECT sum(words) FROM ${from} AND covered.label = 0`, values),
    byLabel: byLabel
      .all(values)
      .map((row) => ({ label: textIn(row, 'id'), words: integerIn(row, 'words') })),
  }
}

function ofSomeAnnotations(db: DatabaseSync, { sql, values }: Condition): Tagged {
  const byLabel = db.prepare(`
    SELECT labels.id, words FROM (${wordsUnderAny('label, article', sql, 'label')})
      JOIN labels ON labels.rowid = label ORDER BY position`)
  return {
    tagged: numberOf(db, `SELECT words FROM (${wordsUnderAny('article', sql, 'NULL')})`, values),
    byLabel: byLabel
      .all(values)
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
      FROM stretch JOIN fact ON fact.id = stretch.fact WHERE ${condition}
    ) GROUP BY 1`
}
