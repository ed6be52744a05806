import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import type { Annotation } from '../../../../shared/model/annotation.ts'
import { attributeValueSchema } from '../../../../shared/model/attribute.ts'
import { extentOf, spansSchema } from '../../../../shared/text/span.ts'
import type { AttributionsTable } from './attributions.ts'
import { integerIn, jsonIn, textIn, textOrNullIn, type Row } from './columns.ts'
import { rowExists, type EntityTable } from './entity-table.ts'

/** Annotations of a label that no relation of a type begins or ends at. */
export type Unrelated = {
  readonly label: string
  readonly relationType: string
  readonly end: 'from' | 'to'
}

export type AnnotationsTable = EntityTable<Annotation> & {
  readonly has: (id: string) => boolean
  /** Of one document, in reading order. */
  readonly ofDocument: (documentId: string) => readonly Annotation[]
  /** Ids of those of one document with their labels and quotes, in reading order: without reading the rest of them. */
  readonly quotesOf: (documentId: string) => readonly Pick<Annotation, 'id' | 'label' | 'quote'>[]
  /** By document, in reading order; read one at a time, each time that they are gone through. */
  readonly withLabel: (label: string) => Iterable<Annotation>
  /** The same of those whose chain names a speaker. */
  readonly naming: (speakerId: string) => Iterable<Annotation>
  /** At most `limit`, by document, in reading order. */
  readonly unrelated: (which: Unrelated, limit: number) => readonly Annotation[]
  readonly countUnrelated: (which: Unrelated) => number
  /** Number of annotations by document id; documents without any are left out. */
  readonly countByDocument: () => ReadonlyMap<string, number>
  /** Number of annotations by label id; labels without any are left out. */
  readonly countByLabel: () => Readonly<Record<string, number>>
  readonly isDocumentInUse: (documentId: string) => boolean
  readonly isLabelInUse: (label: string) => boolean
}

const attributesSchema = z.record(z.string(), attributeValueSchema).readonly()

/** Rows with their chains of speakers, ids with a space between them: one query for however many annotations. */
const selection = `
  SELECT *, (
    SELECT group_concat(speaker_id, ' ' ORDER BY place) FROM attributions WHERE annotation_id = annotations.id
  ) AS attribution FROM annotations`

/** Of several documents: one document after the other, what encloses first. */
const readingOrder = 'ORDER BY document_id, start_offset, end_offset DESC, id'

/** With a label, and at no such end of a relation of a type. */
function withoutRelation(end: 'from_id' | 'to_id'): string {
  return `label = ? AND NOT EXISTS (SELECT 1 FROM relations WHERE ${end} = annotations.id AND type = ?)`
}

/** Annotations with their chains of speakers, which `attributions` keeps. */
export function annotationsTable(
  db: DatabaseSync,
  attributions: AttributionsTable,
): AnnotationsTable {
  const byId = db.prepare(`${selection} WHERE id = ?`)
  const byDocument = db.prepare(
    `${selection} WHERE document_id = ? ORDER BY start_offset, end_offset DESC, id`,
  )
  const upsert = db.prepare(`
    INSERT INTO annotations (id, document_id, label, start_offset, end_offset, spans, quote, attributes, note,
      annotator, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET document_id = excluded.document_id, label = excluded.label,
      start_offset = excluded.start_offset, end_offset = excluded.end_offset, spans = excluded.spans,
      quote = excluded.quote, attributes = excluded.attributes, note = excluded.note,
      annotator = excluded.annotator, created_at = excluded.created_at, updated_at = excluded.updated_at`)
  const deletion = db.prepare('DELETE FROM annotations WHERE id = ?')
  const documentCounts = db.prepare(
    'SELECT document_id, count(*) AS number FROM annotations GROUP BY document_id',
  )
  const labelCounts = db.prepare('SELECT label, count(*) AS number FROM annotations GROUP BY label')
  const quotes = db.prepare(
    'SELECT id, label, quote FROM annotations WHERE document_id = ? ORDER BY start_offset, end_offset DESC, id',
  )
  const byLabel = `${selection} WHERE label = ? ${readingOrder}`
  const bySpeaker = `${selection} WHERE id IN (SELECT annotation_id FROM attributions WHERE speaker_id = ?) ${readingOrder}`
  const unrelated = {
    from: db.prepare(`${selection} WHERE ${withoutRelation('from_id')} ${readingOrder} LIMIT ?`),
    to: db.prepare(`${selection} WHERE ${withoutRelation('to_id')} ${readingOrder} LIMIT ?`),
  }
  const unrelatedCounts = {
    from: db.prepare(
      `SELECT count(*) AS number FROM annotations WHERE ${withoutRelation('from_id')}`,
    ),
    to: db.prepare(`SELECT count(*) AS number FROM annotations WHERE ${withoutRelation('to_id')}`),
  }
  const inDocument = db.prepare('SELECT 1 FROM annotations WHERE document_id = ? LIMIT 1')
  const withLabel = db.prepare('SELECT 1 FROM annotations WHERE label = ? LIMIT 1')

  return {
    get: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : annotationOf(row)
    },
    put: (annotation) => {
      const { start, end } = extentOf(annotation.spans)
      upsert.run(
        annotation.id,
        annotation.documentId,
        annotation.label,
        start,
        end,
        JSON.stringify(annotation.spans),
        annotation.quote,
        JSON.stringify(annotation.attributes),
        annotation.note,
        annotation.annotator,
        annotation.createdAt,
        annotation.updatedAt,
      )
      attributions.put(annotation.id, annotation.attribution)
    },
    remove: (id) => {
      attributions.put(id, [])
      deletion.run(id)
    },
    has: rowExists(db, 'annotations'),
    ofDocument: (documentId) => byDocument.all(documentId).map(annotationOf),
    quotesOf: (documentId) =>
      quotes.all(documentId).map((row) => ({
        id: textIn(row, 'id'),
        label: textIn(row, 'label'),
        quote: textIn(row, 'quote'),
      })),
    withLabel: (label) => oneByOne(db, byLabel, label),
    naming: (speakerId) => oneByOne(db, bySpeaker, speakerId),
    unrelated: ({ label, relationType, end }, limit) =>
      unrelated[end].all(label, relationType, limit).map(annotationOf),
    countUnrelated: ({ label, relationType, end }) =>
      integerIn(unrelatedCounts[end].get(label, relationType) ?? {}, 'number'),
    countByDocument: () =>
      new Map(
        documentCounts.all().map((row) => [textIn(row, 'document_id'), integerIn(row, 'number')]),
      ),
    countByLabel: () =>
      Object.fromEntries(
        labelCounts.all().map((row) => [textIn(row, 'label'), integerIn(row, 'number')]),
      ),
    isDocumentInUse: (documentId) => inDocument.get(documentId) !== undefined,
    isLabelInUse: (label) => withLabel.get(label) !== undefined,
  }
}

/** With a statement of its own each time, so that what goes through them may do so again meanwhile. */
function oneByOne(db: DatabaseSync, sql: string, value: string): Iterable<Annotation> {
  return {
    *[Symbol.iterator]() {
      for (const row of db.prepare(sql).iterate(value)) yield annotationOf(row)
    },
  }
}

function annotationOf(row: Row): Annotation {
  return {
    id: textIn(row, 'id'),
    documentId: textIn(row, 'document_id'),
    label: textIn(row, 'label'),
    spans: jsonIn(row, 'spans', spansSchema),
    quote: textIn(row, 'quote'),
    attribution: textOrNullIn(row, 'attribution')?.split(' ') ?? [],
    attributes: row['attributes'] === '{}' ? {} : jsonIn(row, 'attributes', attributesSchema),
    note: textOrNullIn(row, 'note'),
    annotator: textIn(row, 'annotator'),
    createdAt: textIn(row, 'created_at'),
    updatedAt: textIn(row, 'updated_at'),
  }
}
