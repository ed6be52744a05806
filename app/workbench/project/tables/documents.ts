import type { DatabaseSync } from 'node:sqlite'

import type { DocumentSummary } from '../../../../shared/contract.ts'
import {
  documentSchema,
  documentStatusSchema,
  provenanceSchema,
  type Document,
  type ListedDocument,
} from '../../../../shared/model/document.ts'
import { checked, integerIn, jsonIn, textIn, textOrNullIn, type Row } from './columns.ts'
import type { EntityTable } from './entity-table.ts'

export type DocumentsTable = EntityTable<Document> & {
  /** In order of their ids, which is the order of their creation. */
  readonly all: () => readonly Document[]
  /** The same without what lists leave out, in a fraction of the time. */
  readonly listed: () => readonly ListedDocument[]
  /** One of those with what it holds; `null` where there is none. */
  readonly summary: (id: string) => DocumentSummary | null
  /** At most `limit` of those with what each holds, after an id where that is not `null`. */
  readonly summariesAfter: (id: string | null, limit: number) => readonly DocumentSummary[]
}

const {
  direction: directionSchema,
  tags: tagsSchema,
  metadata: metadataSchema,
} = documentSchema.unwrap().shape

export function documentsTable(db: DatabaseSync): DocumentsTable {
  const byId = db.prepare('SELECT * FROM documents WHERE id = ?')
  const every = db.prepare('SELECT * FROM documents ORDER BY id')
  const listing = `
    id, title, source, author, date, url, language, direction, status, assignee, tags, sha256, length, words, created_at,
    updated_at`
  const list = db.prepare(`SELECT ${listing} FROM documents ORDER BY id`)
  // Counted within the query: one more query for each document takes more than twice as long.
  const summaries = `
    SELECT ${listing},
      (SELECT count(*) FROM annotations WHERE document_id = documents.id) AS annotations,
      (SELECT count(*) FROM suggestions WHERE document_id = documents.id) AS suggestions
    FROM documents`
  const one = db.prepare(`${summaries} WHERE id = ?`)
  const page = db.prepare(`${summaries} WHERE id > ? ORDER BY id LIMIT ?`)
  const upsert = db.prepare(`
    INSERT INTO documents (id, title, source, author, date, url, language, direction, status, assignee, tags, metadata,
      sha256, length, words, provenance, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, source = excluded.source, author = excluded.author,
      date = excluded.date, url = excluded.url, language = excluded.language, direction = excluded.direction,
      status = excluded.status, assignee = excluded.assignee, tags = excluded.tags, metadata = excluded.metadata,
      sha256 = excluded.sha256, length = excluded.length, words = excluded.words, provenance = excluded.provenance,
      created_at = excluded.created_at, updated_at = excluded.updated_at`)
  const deletion = db.prepare('DELETE FROM documents WHERE id = ?')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : documentOf(row)
    },
    put: (document) => {
      upsert.run(
        document.id,
        document.title,
        document.source,
        document.author,
        document.date,
        document.url,
        document.language,
        document.direction,
        document.status,
        document.assignee,
        JSON.stringify(document.tags),
        JSON.stringify(document.metadata),
        document.sha256,
        document.length,
        document.words,
        JSON.stringify(document.provenance),
        document.createdAt,
        document.updatedAt,
      )
    },
    remove: (id) => {
      deletion.run(id)
    },
    all: () => every.all().map(documentOf),
    listed: () => list.all().map(listedOf),
    summary: (id) => {
      const row = one.get(id)
      return row === undefined ? null : summaryOf(row)
    },
    summariesAfter: (id, limit) => page.all(id ?? '', limit).map(summaryOf),
  }
}

function documentOf(row: Row): Document {
  return {
    ...listedOf(row),
    metadata: row['metadata'] === '{}' ? {} : jsonIn(row, 'metadata', metadataSchema),
    provenance: jsonIn(row, 'provenance', provenanceSchema),
  }
}

function summaryOf(row: Row): DocumentSummary {
  return {
    document: listedOf(row),
    annotations: integerIn(row, 'annotations'),
    suggestions: integerIn(row, 'suggestions'),
  }
}

function listedOf(row: Row): ListedDocument {
  return {
    id: textIn(row, 'id'),
    title: textIn(row, 'title'),
    source: textOrNullIn(row, 'source'),
    author: textOrNullIn(row, 'author'),
    date: textOrNullIn(row, 'date'),
    url: textOrNullIn(row, 'url'),
    language: textOrNullIn(row, 'language'),
    direction:
      row['direction'] === null ? null : checked(directionSchema, row['direction'], 'direction'),
    status: checked(documentStatusSchema, row['status'], 'status'),
    assignee: textOrNullIn(row, 'assignee'),
    tags: row['tags'] === '[]' ? [] : jsonIn(row, 'tags', tagsSchema),
    sha256: textIn(row, 'sha256'),
    length: integerIn(row, 'length'),
    words: integerIn(row, 'words'),
    createdAt: textIn(row, 'created_at'),
    updatedAt: textIn(row, 'updated_at'),
  }
}
