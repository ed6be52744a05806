import type { DatabaseSync } from 'node:sqlite'

import { denialOf, type Denial } from '../../../shared/model/denial.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { RelationType } from '../../../shared/model/relation-type.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { changedSince } from '../project/changed-since.ts'
import { whoSpeaksIn } from '../project/tables/attributions.ts'
import { integerIn, textIn, textOrNullIn, type Row } from '../project/tables/columns.ts'
import type { Tables } from '../project/tables/tables.ts'
import { createAnnotationColumns, type AnnotationColumns } from './annotation-columns.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { documentEntries } from './document-values.ts'
import { comingIn, leadingTo } from './related.ts'

/** A document as searches know it. Its annotations are those of the columns from `from` to before `to`. */
export type IndexedDocument = {
  readonly id: string
  readonly textId: number
  readonly title: string
  readonly source: string | null
  readonly date: string | null
  readonly language: string | null
  readonly status: string
  readonly assignee: string | null
  readonly tags: readonly string[]
  /** What it counts for, by the numbers of `documentValues`. */
  readonly values: Uint32Array
  readonly from: number
  readonly to: number
}

/** What of a project decides where something is found, apart from its texts; held in memory and kept up to date. */
export type ProjectIndex = {
  /** Takes in everything committed by now, in slices: whoever runs it may rest between them. */
  readonly catchUp: () => Generator<void>
  /** In the order of the project. */
  readonly documents: () => readonly IndexedDocument[]
  readonly annotations: () => AnnotationColumns
  /** Entries as `documentValueOf` reads them. */
  readonly documentValues: Dictionary
  readonly labels: () => readonly Label[]
  readonly speakers: () => readonly Speaker[]
  readonly relationTypes: () => readonly RelationType[]
  /** How one thing denies another; `null` where none can. */
  readonly denial: () => Denial | null
}

/** Rows that are taken in between two rests. */
const slice = 2000

/** Where more things than this changed at once, and more than this part of all annotations, all of it is read anew. */
const mostChanges = 20_000
const mostOfAll = 0.25

/** Of pages of the project, in KiB: half a million annotations are read in the order of their places, not of their rows … */
const cacheToReadAll = 32 * 1024
/** … and after that a search asks for few. */
const usualCache = 4 * 1024

/** What is tagged from then on finds room beside what is read. */
const roomForMore = 1.05

/** Documents without their annotations: those are put in after. */
type DocumentFacts = Omit<IndexedDocument, 'from' | 'to'>

const documentSelection = `
  SELECT documents.id, texts.id AS text_id, title, source, date, language, status, assignee, tags
  FROM documents JOIN texts USING (sha256)`

const annotationSelection = `
  SELECT rowid AS row, document_id, label, annotator, start_offset, end_offset, attributes,
    note IS NOT NULL AS noted,
    CASE WHEN instr(spans, '},{') > 0 THEN spans ELSE '' END AS pieces,
    (SELECT group_concat(speaker_id, ' ' ORDER BY place) FROM attributions WHERE annotation_id = annotations.id) AS chain,
    (SELECT group_concat(${leadingTo(whoSpeaksIn('to_id'))}, char(10)) FROM relations WHERE from_id = annotations.id) AS related_from,
    (SELECT group_concat(${comingIn}, char(10)) FROM relations WHERE to_id = annotations.id) AS related_to
  FROM annotations`

export function createProjectIndex(db: DatabaseSync, tables: Tables): ProjectIndex {
  const everyDocument = db.prepare(`${documentSelection} ORDER BY documents.id`)
  const oneDocument = db.prepare(`${documentSelection} WHERE documents.id = ?`)
  const countAnnotations = db.prepare('SELECT count(*) AS number FROM annotations')
  const everyAnnotation = db.prepare(
    `${annotationSelection} ORDER BY document_id, start_offset, end_offset DESC, id`,
  )
  const ofDocument = db.prepare(
    `${annotationSelection} WHERE document_id = ? ORDER BY start_offset, end_offset DESC, id`,
  )
  const documentValues = createDictionary()
  let byId = new Map<string, IndexedDocument>()
  let inOrder: readonly IndexedDocument[] | null = null
  let columns = createAnnotationColumns()
  /** Annotations in the columns that no document has any more. */
  let dead = 0
  let labels: readonly Label[] = []
  let speakers: readonly Speaker[] = []
  let relationTypes: readonly RelationType[] = []
  /** `seq` of the last journal entry that is taken in; `null` before all was read. */
  let seq: number | null = null

  function readRegisters(): void {
    labels = tables.labels.all()
    speakers = tables.speakers.all()
    relationTypes = tables.relationTypes.all()
  }

  function* readAll(): Generator<void> {
    // Nothing is lost that is committed meanwhile: it is taken in again.
    const upTo = tables.journal.latestSeq()
    readRegisters()
    db.exec(`PRAGMA cache_size = -${cacheToReadAll}`)
    const documents = new Map<string, IndexedDocument>()
    for (const row of everyDocument.iterate()) {
      const facts = documentOf(row, documentValues)
      documents.set(facts.id, { ...facts, from: 0, to: 0 })
      if (documents.size % slice === 0) yield
    }
    const count = integerIn(countAnnotations.get() ?? {}, 'number')
    const read = createAnnotationColumns(Math.ceil(count * roomForMore))
    let current: string | null = null
    let from = 0
    const end = (): void => {
      const document = current === null ? undefined : documents.get(current)
      if (document !== undefined)
        documents.set(document.id, { ...document, from, to: read.length() })
    }
    for (const row of everyAnnotation.iterate()) {
      const id = textIn(row, 'document_id')
      if (id !== current) {
        end()
        current = id
        from = read.length()
      }
      addTo(read, row)
      if (read.length() % slice === 0) yield
    }
    end()
    byId = documents
    inOrder = null
    columns = read
    dead = 0
    seq = upTo
    // All pages of the annotations went by; the columns are what is needed of them.
    db.exec(`PRAGMA cache_size = -${usualCache}; PRAGMA shrink_memory`)
  }

  function readDocument(id: string): void {
    const before = byId.get(id)
    dead += before === undefined ? 0 : before.to - before.from
    inOrder = null
    const row = oneDocument.get(id)
    if (row === undefined) {
      byId.delete(id)
      return
    }
    const from = columns.length()
    for (const annotation of ofDocument.iterate(id)) addTo(columns, annotation)
    byId.set(id, { ...documentOf(row, documentValues), from, to: columns.length() })
  }

  return {
    documents: () => {
      inOrder ??= [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return inOrder
    },
    annotations: () => columns,
    documentValues,
    labels: () => labels,
    speakers: () => speakers,
    relationTypes: () => relationTypes,
    denial: () => denialOf(labels, relationTypes),
    *catchUp() {
      const latest = tables.journal.latestSeq()
      if (seq === latest) return
      const most = Math.max(mostChanges, columns.length() * mostOfAll)
      const changed = seq === null ? null : yield* changedSince(db, seq, most)
      if (changed === null || dead > columns.length() / 2 + slice) {
        yield* readAll()
        return
      }
      if (changed.registers) readRegisters()
      let read = 0
      for (const id of changed.documents) {
        readDocument(id)
        read += 1
        if (read % 20 === 0) yield
      }
      seq = latest
    },
  }
}

function documentOf(row: Row, dictionary: Dictionary): DocumentFacts {
  const tags: unknown = row['tags'] === '[]' ? [] : JSON.parse(textIn(row, 'tags'))
  const facts = {
    id: textIn(row, 'id'),
    textId: integerIn(row, 'text_id'),
    title: textIn(row, 'title'),
    source: textOrNullIn(row, 'source'),
    date: textOrNullIn(row, 'date'),
    language: textOrNullIn(row, 'language'),
    status: textIn(row, 'status'),
    assignee: textOrNullIn(row, 'assignee'),
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  }
  return { ...facts, values: Uint32Array.from(documentEntries(facts), dictionary.numberOf) }
}

function addTo(columns: AnnotationColumns, row: Row): void {
  columns.add({
    row: integerIn(row, 'row'),
    start: integerIn(row, 'start_offset'),
    end: integerIn(row, 'end_offset'),
    label: textIn(row, 'label'),
    annotator: textIn(row, 'annotator'),
    chain: textOrNullIn(row, 'chain') ?? '',
    attributes: textIn(row, 'attributes'),
    related: eachOnce(textOrNullIn(row, 'related_from'), textOrNullIn(row, 'related_to')),
    noted: row['noted'] === 1,
    pieces: textIn(row, 'pieces'),
  })
}

/** The lines of two lists, in one. */
function eachOnce(one: string | null, other: string | null): string {
  if (one === null && other === null) return ''
  return [...new Set(`${one ?? ''}\n${other ?? ''}`.trim().split('\n'))].toSorted().join('\n')
}
