import { partsOfVersion1 } from './version-1-layout.ts'

/** Names of the tables and indices of layout version 2. */
export const partsOfVersion2: readonly string[] = [
  ...partsOfVersion1,
  'relation_types',
  'speakers',
  'attributions',
  'attributions_by_speaker',
  'relations_by_type',
]

/** What version 3 adds and widens. Written down as it was then: later layouts build on it. */
export const layoutOfVersion3 = `
CREATE TABLE suggestions (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  suggestion TEXT NOT NULL
) STRICT;
CREATE INDEX suggestions_by_document ON suggestions (document_id);

CREATE TABLE new_project (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  searches TEXT NOT NULL
) STRICT;
INSERT INTO new_project SELECT id, name, created_at, '[]' FROM project;
DROP TABLE project;
ALTER TABLE new_project RENAME TO project;

CREATE TABLE new_texts (
  id INTEGER PRIMARY KEY NOT NULL,
  sha256 TEXT UNIQUE NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO new_texts (sha256, text) SELECT sha256, text FROM texts;
DROP TABLE texts;
ALTER TABLE new_texts RENAME TO texts;

CREATE TABLE new_documents (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  source TEXT,
  author TEXT,
  date TEXT,
  url TEXT,
  language TEXT,
  direction TEXT,
  status TEXT NOT NULL,
  assignee TEXT,
  tags TEXT NOT NULL,
  metadata TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES texts (sha256) DEFERRABLE INITIALLY DEFERRED,
  length INTEGER NOT NULL,
  words INTEGER NOT NULL,
  provenance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO new_documents
  SELECT id, title, source, NULL, NULL, NULL, language, direction, status, NULL, '[]', '{}', sha256, length, 0, provenance,
    created_at, updated_at FROM documents;
DROP TABLE documents;
ALTER TABLE new_documents RENAME TO documents;
CREATE INDEX documents_by_sha256 ON documents (sha256);
`
