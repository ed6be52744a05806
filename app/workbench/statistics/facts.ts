import type { DatabaseSync } from 'node:sqlite'

import { whoSpeaksIn } from '../project/tables/attributions.ts'

/*
 * What is counted, as temporary tables of whole numbers beside the project, which are a tenth as long to go through as its
 * own. Annotations, documents, labels and speakers go by their `rowid`.
 */

/** `counted_day` is `yyyymmdd`, with noughts where a date does not say so much; `NULL` where it is no date. */
const facts = `
DROP TABLE IF EXISTS temp.source;
CREATE TEMP TABLE source (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
INSERT INTO source (name) SELECT DISTINCT source FROM documents WHERE source IS NOT NULL;

DROP TABLE IF EXISTS temp.annotator;
CREATE TEMP TABLE annotator (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
INSERT INTO annotator (name) SELECT DISTINCT annotator FROM annotations;

DROP TABLE IF EXISTS temp.article;
CREATE TEMP TABLE article (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE NOT NULL, source INTEGER, day INTEGER);
INSERT INTO article SELECT documents.rowid, documents.id, source.id,
  CASE
    WHEN date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN CAST(replace(substr(date, 1, 10), '-', '') AS INTEGER)
    WHEN date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' THEN CAST(replace(date, '-', '') AS INTEGER) * 100
    WHEN date GLOB '[0-9][0-9][0-9][0-9]' THEN CAST(date AS INTEGER) * 10000
  END
FROM documents LEFT JOIN source ON source.name = documents.source;

DROP TABLE IF EXISTS temp.fact;
CREATE TEMP TABLE fact (
  id INTEGER PRIMARY KEY, label INTEGER NOT NULL, article INTEGER NOT NULL, source INTEGER, day INTEGER,
  annotator INTEGER NOT NULL
);
INSERT INTO fact SELECT annotations.rowid, labels.rowid, article.id, article.source, article.day, annotator.id
FROM annotations
  CROSS JOIN article ON article.uuid = annotations.document_id
  CROSS JOIN labels ON labels.id = annotations.label
  CROSS JOIN annotator ON annotator.name = annotations.annotator;
CREATE INDEX temp.fact_by_label ON fact (label, day);
CREATE INDEX temp.fact_by_source ON fact (source);

DROP TABLE IF EXISTS temp.named;
CREATE TEMP TABLE named (fact INTEGER NOT NULL, place INTEGER NOT NULL, speaker INTEGER NOT NULL);
INSERT INTO named SELECT annotations.rowid, place, speakers.rowid FROM attributions
  CROSS JOIN annotations ON annotations.id = annotation_id
  CROSS JOIN speakers ON speakers.id = speaker_id;
CREATE INDEX temp.named_by_fact ON named (fact, place, speaker);
CREATE INDEX temp.named_by_speaker ON named (speaker, fact);
`

/** Who speaks at either end of a relation; 0 where nobody is named. */
const relations = `
DROP TABLE IF EXISTS temp.link;
CREATE TEMP TABLE link (
  type TEXT NOT NULL, origin INTEGER NOT NULL, target INTEGER NOT NULL, origin_speaker INTEGER NOT NULL,
  target_speaker INTEGER NOT NULL
);
INSERT INTO link SELECT type, origin.rowid, target.rowid,
  coalesce((SELECT rowid FROM speakers WHERE id = ${whoSpeaksIn('from_id')}), 0),
  coalesce((SELECT rowid FROM speakers WHERE id = ${whoSpeaksIn('to_id')}), 0)
FROM relations
  CROSS JOIN annotations AS origin ON origin.id = from_id
  CROSS JOIN annotations AS target ON target.id = to_id;
CREATE INDEX temp.link_by_origin ON link (type, origin);
CREATE INDEX temp.link_by_target ON link (type, target);
`

/** Puts the tables up anew from what the connection sees of the project. */
export function gatherFacts(db: DatabaseSync): void {
  db.exec(facts)
  db.exec(relations)
}
