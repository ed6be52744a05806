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
  readonly listedOne: (id: string) => ListedDocument | null
  /** At most `limit` of those, after an id where that is not `null`. */
  readonly listedAfter: (id: string | null, limit: number) => readonly ListedDocument[]
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
    SELECT id, title, source, author, date, url, language, direction, status, assignee, tags, sha256, length, words,
      created_at, updated_at FROM documents`
  const list = db.prepare(`${listing} ORDER BY id`)
  const one = db.prepare(`${listing} WHERE id = ?`)
  const page = db.prepare(`${listing} WHERE id > ? ORDER BY id LIMIT ?`)
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
    listedOne: (id) => {
      const row = one.get(id)
      return row === undefined ? null : listedOf(row)
    },
    listedAfter: (id, limit) => page.all(id ?? '', limit).map(listedOf),
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
    assignee: textOrNullIn(row, 'assignee'),
    tags: row['tags'] === '[]' ? [] : jsonIn(row, 'tags', tagsSchema),
    sha256: textIn(row, 'sha256'),
    length: integerIn(row, 'length'),
    words: integerIn(row, 'words'),
    createdAt: textIn(row, 'created_at'),
    updatedAt: textIn(row, 'updated_at'),
  }
}
