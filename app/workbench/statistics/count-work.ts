import type { DatabaseSync } from 'node:sqlite'

import { mostCounted, type CountFilter, type WorkCounts } from '../../../shared/contract.ts'
import { importHeads } from '../importers/import-summary.ts'
import { integerIn, textIn } from '../project/tables/columns.ts'
import { numberOf } from './number-of.ts'

/** Longest pause between two acts of one person that counts as work, in ms. */
const longestPause = 5 * 60_000

/** Entries of the journal that people made, with what of them is counted. Imports say so at the head of their summaries. */
const layout = `
CREATE TEMP TABLE IF NOT EXISTS act (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, day TEXT NOT NULL, annotator TEXT NOT NULL, made INTEGER NOT NULL,
  done INTEGER NOT NULL
);
CREATE TEMP TABLE IF NOT EXISTS pace (annotator TEXT PRIMARY KEY NOT NULL, tagged INTEGER NOT NULL, active INTEGER NOT NULL);
`

const newActs = `
INSERT INTO act SELECT seq, CAST(unixepoch(at, 'subsec') * 1000 AS INTEGER), date(at, 'localtime'), annotator,
  iif(kind = 'do' AND subjects ->> '$.annotation' > 0, (
    SELECT count(*) FROM json_each(changes) AS change
    WHERE change.value ->> '$.entity' = 'annotation' AND json_type(change.value, '$.before') = 'null'
  ), 0),
  iif(kind <> 'undo' AND subjects ->> '$.document' > 0, (
    SELECT count(*) FROM json_each(changes) AS change
    WHERE change.value ->> '$.entity' = 'document' AND change.value ->> '$.after.status' = 'done'
      AND change.value ->> '$.before.status' <> 'done'
  ), 0)
FROM journal WHERE seq > coalesce((SELECT max(seq) FROM act), 0)
  AND NOT EXISTS (SELECT 1 FROM json_each(:heads) AS head WHERE summary LIKE head.value || '%')
`

const paces = `
DELETE FROM pace;
INSERT INTO pace SELECT annotator, coalesce(sum(made = 1), 0), coalesce(sum(iif(pause <= ${longestPause}, pause, 0)), 0)
FROM (SELECT annotator, made, at - lag(at) OVER (PARTITION BY annotator ORDER BY seq) AS pause FROM act)
GROUP BY annotator
`

/** Reads what the journal has gained since the last time: it only grows. */
export function gatherWork(db: DatabaseSync): void {
  db.exec(layout)
  const heads = JSON.stringify(Object.values(importHeads))
  if (db.prepare(newActs).run({ heads }).changes > 0) db.exec(paces)
}

/** Counts work by days and by annotators. Needs `gatherWork`. */
export function countWork(db: DatabaseSync, { annotators }: CountFilter): WorkCounts {
  const values = annotators.length === 0 ? {} : { annotators: JSON.stringify(annotators) }
  const condition =
    annotators.length === 0 ? 'TRUE' : 'annotator IN (SELECT value FROM json_each(:annotators))'
  const days = db
    .prepare(`
      SELECT day, sum(done) AS done, sum(made) AS made FROM act WHERE ${condition}
      GROUP BY day HAVING sum(done) + sum(made) > 0 ORDER BY day DESC LIMIT ${mostCounted.days}`)
    .all(values)
    .map((row) => ({
      day: textIn(row, 'day'),
      done: integerIn(row, 'done'),
      made: integerIn(row, 'made'),
    }))
    .toReversed()
  const earlier = (column: 'done' | 'made') => {
    const all = numberOf(db, `SELECT sum(${column}) FROM act WHERE ${condition}`, values)
    return all - days.reduce((sum, day) => sum + day[column], 0)
  }
  const pace = db
    .prepare('SELECT * FROM pace WHERE tagged > 0 ORDER BY tagged DESC, annotator')
    .all()
    .map((row) => ({
      annotator: textIn(row, 'annotator'),
      tagged: integerIn(row, 'tagged'),
      active: integerIn(row, 'active'),
    }))
  return { days, earlier: { done: earlier('done'), made: earlier('made') }, pace }
}
