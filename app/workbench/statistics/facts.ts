import type { DatabaseSync } from 'node:sqlite'

import { whoSpeaksIn } from '../project/tables/attributions.ts'

/*
 * What is counted, as temporary tables of whole numbers beside the project, which are a tenth as long to go through as its
 * own. Annotations, documents, labels and speakers go by their `rowid`.
 */

/**
 * `day` is `yyyymmdd`, with noughts where a date does not say so much; `NULL` where it is no date. `voiced` is 1 where an
 * annotation names a speaker. Who speaks at either end of a relation is 0 where nobody is named.
 */
const tables = `
DROP TABLE IF EXISTS temp.source;
CREATE TEMP TABLE source (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
DROP TABLE IF EXISTS temp.annotator;
CREATE TEMP TABLE annotator (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
DROP TABLE IF EXISTS temp.article;
CREATE TEMP TABLE article (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE NOT NULL, source INTEGER, day INTEGER);
DROP TABLE IF EXISTS temp.fact;
CREATE TEMP TABLE fact (
  id INTEGER PRIMARY KEY, label INTEGER NOT NULL, article INTEGER NOT NULL, source INTEGER, day INTEGER,
  annotator INTEGER NOT NULL, voiced INTEGER NOT NULL
);
DROP TABLE IF EXISTS temp.named;
CREATE TEMP TABLE named (fact INTEGER NOT NULL, speaker INTEGER NOT NULL);
DROP TABLE IF EXISTS temp.link;
CREATE TEMP TABLE link (
  type TEXT NOT NULL, origin INTEGER NOT NULL, target INTEGER NOT NULL, origin_speaker INTEGER NOT NULL,
  target_speaker INTEGER NOT NULL
);
`

/** After the first rows are in: that is quicker than to keep them up meanwhile. */
const indexesOfNames = `
CREATE INDEX temp.named_by_fact ON named (fact, speaker);
CREATE INDEX temp.named_by_speaker ON named (speaker, fact);
`
const indexes = `
CREATE INDEX temp.fact_by_label ON fact (label, day, source, voiced);
CREATE INDEX temp.fact_by_source ON fact (source);
CREATE INDEX temp.link_by_origin ON link (type, origin);
CREATE INDEX temp.link_by_target ON link (type, target);
`

/** Which documents rows are put in of: every one, or those whose ids are bound to `:documents` as JSON. */
type Extent = 'every' | 'chosen'

const chosen = '(SELECT value FROM json_each(:documents))'

/** What is put in first: `fact` asks `named` who is voiced. */
function namesOf(extent: Extent): readonly string[] {
  const from = {
    every: 'attributions CROSS JOIN annotations ON annotations.id = annotation_id',
    chosen: 'annotations CROSS JOIN attributions ON annotation_id = annotations.id',
  }
  return [
    `INSERT INTO named SELECT annotations.rowid, speakers.rowid FROM ${from[extent]}
      CROSS JOIN speakers ON speakers.id = speaker_id
      WHERE ${extent === 'every' ? 'TRUE' : `document_id IN ${chosen}`}`,
  ]
}

function rowsOf(extent: Extent): readonly string[] {
  const within = (column: string) => (extent === 'every' ? 'TRUE' : `${column} IN ${chosen}`)
  const related = (end: string) => `
    SELECT relations.id FROM annotations CROSS JOIN relations ON ${end} = annotations.id
      WHERE document_id IN ${chosen}`
  return [
    `INSERT OR IGNORE INTO source (name)
      SELECT DISTINCT source FROM documents WHERE source IS NOT NULL AND ${within('id')}`,
    `INSERT OR IGNORE INTO annotator (name)
      SELECT DISTINCT annotator FROM annotations WHERE ${within('document_id')}`,
    `INSERT INTO article SELECT documents.rowid, documents.id, source.id,
      CASE
        WHEN date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
          THEN CAST(replace(substr(date, 1, 10), '-', '') AS INTEGER)
        WHEN date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' THEN CAST(replace(date, '-', '') AS INTEGER) * 100
        WHEN date GLOB '[0-9][0-9][0-9][0-9]' THEN CAST(date AS INTEGER) * 10000
      END
      FROM documents LEFT JOIN source ON source.name = documents.source WHERE ${within('documents.id')}`,
    `INSERT INTO fact SELECT annotations.rowid, labels.rowid, article.id, article.source, article.day, annotator.id,
      EXISTS (SELECT 1 FROM named WHERE named.fact = annotations.rowid)
      FROM annotations
        CROSS JOIN article ON article.uuid = annotations.document_id
        CROSS JOIN labels ON labels.id = annotations.label
        CROSS JOIN annotator ON annotator.name = annotations.annotator
      WHERE ${within('document_id')}`,
    `INSERT INTO link SELECT type, origin.rowid, target.rowid,
      coalesce((SELECT rowid FROM speakers WHERE id = ${whoSpeaksIn('from_id')}), 0),
      coalesce((SELECT rowid FROM speakers WHERE id = ${whoSpeaksIn('to_id')}), 0)
      FROM relations
        CROSS JOIN annotations AS origin ON origin.id = from_id
        CROSS JOIN annotations AS target ON target.id = to_id
      WHERE ${extent === 'every' ? 'TRUE' : `relations.id IN (${related('from_id')} UNION ${related('to_id')})`}`,
  ]
}

/** Takes out what was put in of the documents of `:documents`, whatever has become of them since. */
const removals = [
  'DROP TABLE IF EXISTS temp.gone',
  'CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)',
  `INSERT INTO gone SELECT fact.id FROM fact WHERE article IN (SELECT id FROM article WHERE uuid IN ${chosen})`,
  'DELETE FROM link WHERE origin IN gone OR target IN gone',
  'DELETE FROM named WHERE fact IN gone',
  'DELETE FROM fact WHERE id IN gone',
  `DELETE FROM article WHERE uuid IN ${chosen}`,
]

/** Puts the tables up anew from what the connection sees of the project. */
export function gatherFacts(db: DatabaseSync): void {
  db.exec(tables)
  for (const sql of namesOf('every')) db.exec(sql)
  db.exec(indexesOfNames)
  for (const sql of rowsOf('every')) db.exec(sql)
  db.exec(indexes)
}

/** Puts in anew what the tables hold of documents that changed, came or went, by their ids. Needs `gatherFacts`. */
export function renewFacts(db: DatabaseSync, documents: readonly string[]): void {
  const values = { documents: JSON.stringify(documents) }
  for (const sql of [...removals, ...namesOf('chosen'), ...rowsOf('chosen')]) {
    const statement = db.prepare(sql)
    statement.run(sql.includes(':documents') ? values : {})
  }
}
