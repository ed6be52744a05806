/**
 * Marks the file as a Verbatim project in the SQLite header (big-endian at byte 68): `Vrbt` in ASCII.
 * https://www.sqlite.org/fileformat2.html#application_id
 */
export const applicationId = 0x56726274

/** The layout below, kept as `user_version` in the SQLite header. */
export const schemaVersion = 3

/**
 * Layout of version 3. Offsets and lengths count UTF-16 code units. Columns `spans`, `attributes`, `provenance`,
 * `aliases`, `from_labels`, `to_labels`, `changes`, `metadata`, `tags`, `searches`, `suggestion` and `labels.speaker` hold JSON of the model's own shape. Texts
 * outlive their documents, so that a removal can be undone.
 *
 * `attributions` is the only place of an annotation's chain of speakers: `place` counts from 0 for the outermost.
 *
 * `journal.undo_seq` and `journal.redo_seq` say what Undo and Redo would take after the entry: with them both are
 * found in one step however long the journal is, and no entry is ever rewritten. `journal.subjects` (JSON) and
 * `journal.document_id` say what the history lists of an entry. All of these come before its changes, which can be long:
 * SQLite reads a row from its start.
 */
export const schema = `
CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  searches TEXT NOT NULL
) STRICT;

CREATE TABLE labels (
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

CREATE TABLE texts (
  id INTEGER PRIMARY KEY NOT NULL,
  sha256 TEXT UNIQUE NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
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
CREATE INDEX documents_by_sha256 ON documents (sha256);

CREATE TABLE annotations (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  spans TEXT NOT NULL,
  quote TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT,
  annotator TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_place ON annotations (document_id, start_offset, end_offset DESC, id);
CREATE INDEX annotations_by_label ON annotations (label);

CREATE TABLE attributions (
  annotation_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,
  speaker_id TEXT NOT NULL REFERENCES speakers (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (annotation_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX attributions_by_speaker ON attributions (speaker_id);

CREATE TABLE suggestions (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  suggestion TEXT NOT NULL
) STRICT;
CREATE INDEX suggestions_by_document ON suggestions (document_id);

CREATE TABLE relations (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL REFERENCES relation_types (id) DEFERRABLE INITIALLY DEFERRED,
  from_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
  to_id TEXT NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX relations_by_type ON relations (type);
CREATE INDEX relations_by_from ON relations (from_id);
CREATE INDEX relations_by_to ON relations (to_id);

CREATE TABLE journal (
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
CREATE INDEX journal_by_subject ON journal (of_seq, kind, seq) WHERE of_seq IS NOT NULL;

CREATE TABLE views (
  document_id TEXT PRIMARY KEY NOT NULL,
  anchor INTEGER NOT NULL,
  focus INTEGER NOT NULL,
  top INTEGER NOT NULL,
  annotation_id TEXT,
  saved_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX views_by_saved ON views (saved_seq);
`
