/** Names of the tables and indices of layout version 1. */
export const partsOfVersion1: readonly string[] = [
  'project',
  'labels',
  'texts',
  'documents',
  'documents_by_sha256',
  'annotations',
  'annotations_by_place',
  'annotations_by_label',
  'relations',
  'relations_by_from',
  'relations_by_to',
  'journal',
  'journal_by_subject',
  'views',
  'views_by_saved',
]

/** What version 2 adds to them, before anything is moved over. Written down as it was then: later layouts build on it. */
export const newTables = `
CREATE TABLE relation_types (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  from_labels TEXT NOT NULL,
  to_labels TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE speakers (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  role TEXT,
  organisation TEXT,
  anonymous INTEGER NOT NULL
) STRICT;

CREATE TABLE attributions (
  annotation_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,
  speaker_id TEXT NOT NULL REFERENCES speakers (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (annotation_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX attributions_by_speaker ON attributions (speaker_id);

CREATE TABLE new_journal (
  seq INTEGER PRIMARY KEY NOT NULL,
  id TEXT UNIQUE NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  of_seq INTEGER REFERENCES journal (seq),
  annotator TEXT NOT NULL,
  summary TEXT NOT NULL,
  subjects TEXT NOT NULL,
  document_id TEXT,
  undo_seq INTEGER REFERENCES journal (seq),
  redo_seq INTEGER REFERENCES journal (seq),
  changes TEXT NOT NULL
) STRICT;
`

/** Gives the tables that version 2 widens their new columns, in its order, and drops what was moved. */
export const widenedTables = `
CREATE TABLE new_labels (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  key TEXT,
  description TEXT NOT NULL,
  guideline TEXT NOT NULL,
  attributes TEXT NOT NULL,
  speaker TEXT,
  archived INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
INSERT INTO new_labels
  SELECT id, name, color, key, description, '', '[]', '{"title":"Speaker","required":false}', 0, position FROM labels;
DROP TABLE labels;
ALTER TABLE new_labels RENAME TO labels;

CREATE TABLE new_documents (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  source TEXT,
  language TEXT,
  direction TEXT,
  status TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES texts (sha256) DEFERRABLE INITIALLY DEFERRED,
  length INTEGER NOT NULL,
  provenance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO new_documents
  SELECT id, title, source, language, NULL, status, sha256, length, provenance, created_at, updated_at FROM documents;
DROP TABLE documents;
ALTER TABLE new_documents RENAME TO documents;
CREATE INDEX documents_by_sha256 ON documents (sha256);

ALTER TABLE annotations DROP COLUMN speaker;

CREATE TABLE new_relations (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL REFERENCES relation_types (id) DEFERRABLE INITIALLY DEFERRED,
  from_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
  to_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO new_relations SELECT id, type, from_id, to_id FROM relations;
DROP TABLE relations;
ALTER TABLE new_relations RENAME TO relations;
CREATE INDEX relations_by_type ON relations (type);
CREATE INDEX relations_by_from ON relations (from_id);
CREATE INDEX relations_by_to ON relations (to_id);

DROP TABLE journal;
ALTER TABLE new_journal RENAME TO journal;
CREATE INDEX journal_by_subject ON journal (of_seq, kind, seq) WHERE of_seq IS NOT NULL;
`
