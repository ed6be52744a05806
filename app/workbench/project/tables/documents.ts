import type { DatabaseSync } from 'node:sqlite'

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
}

const { direction: directionSchema, metadata: metadataSchema } = documentSchema.unwrap().shape

export function documentsTable(db: DatabaseSync): DocumentsTable {
  const byId = db.prepare('SELECT * FROM documents WHERE id = ?')
  const every = db.prepare('SELECT * FROM documents ORDER BY id')
  const list = db.prepare(`
    SELECT id, title, source, author, date, url, language, direction, status, sha256, length, created_at, updated_at
    FROM documents ORDER BY id`)
  const upsert = db.prepare(`
    INSERT INTO documents (id, title, source, author, date, url, language, direction, status, metadata, sha256, length,
      provenance, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, source = excluded.source, author = excluded.author,
      date = excluded.date, url = excluded.url, language = excluded.language, direction = excluded.direction,
      status = excluded.status, metadata = excluded.metadata, sha256 = excluded.sha256, length = excluded.length,
      provenance = excluded.provenance, created_at = excluded.created_at, updated_at = excluded.updated_at`)
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
        JSON.stringify(document.metadata),
        document.sha256,
        document.length,
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
  }
}

function documentOf(row: Row): Document {
  return {
    ...listedOf(row),
    metadata: row['metadata'] === '{}' ? {} : jsonIn(row, 'metadata', metadataSchema),
    provenance: jsonIn(row, 'provenance', provenanceSchema),
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
    direction: checked(directionSchema, row['direction'], 'direction'),
    status: checked(documentStatusSchema, row['status'], 'status'),
    sha256: textIn(row, 'sha256'),
    length: integerIn(row, 'length'),
    createdAt: textIn(row, 'created_at'),
    updatedAt: textIn(row, 'updated_at'),
  }
}
