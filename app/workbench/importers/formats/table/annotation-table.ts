import { z } from 'zod'

import { valueOfCell } from '../../../../../shared/exchange/csv-cells.ts'
import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { attributeValueSchema } from '../../../../../shared/model/attribute.ts'
import { documentStatusSchema } from '../../../../../shared/model/document.ts'
import { idSchema } from '../../../../../shared/model/id.ts'
import type { CsvColumn } from '../../../exporters/formats/csv/csv-columns.ts'
import { articleOf } from '../../article.ts'
import type { ForeignAnnotation, ForeignMetadata, OffsetUnit, Reading } from '../../foreign.ts'
import type { Row, Table } from './table-rows.ts'

/** A row with what its cells stand for; empty where there is none. */
type Cells = { readonly place: string; readonly cell: (column: CsvColumn) => string }

/** Rows of one document, as they follow each other. */
type Group = { readonly id: string; readonly rows: Cells[]; readonly refused: Remark[] }

/**
 * The documents and annotations of a table as `csvFormat` writes it. A document is the rows with its id that follow each
 * other; where none of them has its text, the annotations are on a document that is there already.
 */
export async function* readAnnotationTable(table: Table): AsyncGenerator<Reading> {
  const unit = table.columns.includes('start_utf16') ? 'utf16' : 'codePoint'
  let open: Group | null = null
  let end = 0
  for await (const row of table.rows()) {
    const id = documentIdOf(row)
    if (open === null || (id !== null && id !== open.id)) {
      if (open !== null) {
        yield readingOf(open, table, unit)
        yield { kind: 'progress', bytes: end }
      }
      open = { id: id ?? '', rows: [], refused: [] }
    }
    if ('refusal' in row) open.refused.push({ ...row.refusal, thing: 'annotation' })
    else open.rows.push(cellsOf(row.place, row.cells))
    end = row.end
  }
  if (open !== null) yield readingOf(open, table, unit)
}

function documentIdOf(row: Row): string | null {
  return 'refusal' in row ? null : (row.cells.get('document_id') ?? '')
}

function cellsOf(place: string, cells: ReadonlyMap<string, string>): Cells {
  return { place, cell: (column) => valueOfCell(cells.get(column) ?? '') }
}

function readingOf(group: Group, table: Table, unit: OffsetUnit): Reading {
  const [first] = group.rows
  const refused = [...group.refused]
  const changed: Remark[] = []
  const annotations = annotationsOf(group.rows, unit, { refused, changed })
  const text = group.rows.map(({ cell }) => cell('text')).find((each) => each !== '')
  const place = first?.place ?? null
  const common = {
    place,
    offsetUnit: unit,
    quoteForm: 'exact',
    annotations,
    relations: [],
    refused,
    changed,
  } as const
  if (text === undefined || first === undefined) {
    return { kind: 'annotations', annotations: { ...common, target: group.id } }
  }
  const { document } = articleOf({
    text,
    decoding: table.decoding,
    metadata: metadataOf(first, changed),
  })
  return { kind: 'document', document: { ...document, ...common, id: uuidOf(group.id) } }
}

type Remarks = { readonly refused: Remark[]; readonly changed: Remark[] }

function annotationsOf(
  rows: readonly Cells[],
  unit: OffsetUnit,
  remarks: Remarks,
): readonly ForeignAnnotation[] {
  const fragments = new Map<string, Cells[]>()
  for (const row of rows) {
    const said = row.cell('annotation_id') || (row.cell('label') === '' ? '' : row.place)
    if (said === '') continue
    const others = fragments.get(said)
    if (others === undefined) fragments.set(said, [row])
    else others.push(row)
  }
  return [...fragments].flatMap(([key, pieces]) => annotationOf(key, pieces, unit, remarks) ?? [])
}

function annotationOf(
  key: string,
  unsorted: readonly Cells[],
  unit: OffsetUnit,
  { refused, changed }: Remarks,
): ForeignAnnotation | null {
  const pieces = unsorted.toSorted((one, other) => fragmentOf(one) - fragmentOf(other))
  const [first] = pieces
  if (first === undefined) return null
  const { place, cell } = first
  const about = { thing: 'annotation', place, id: key } as const
  const spans = pieces.map((piece) => spanOf(piece, unit))
  const read = spans.filter((span) => span !== null)
  if (read.length < spans.length) {
    refused.push(remarkOf({ ...about, reason: t('remarks:table.noWholeNumber') }))
    return null
  }
  if (pieces.some((piece) => piece.cell('label') !== cell('label'))) {
    refused.push(remarkOf({ ...about, reason: t('remarks:table.severalLabels') }))
    return null
  }
  const names = parsed(namesSchema, cell('attribution'))
  const attributes = parsed(attributesSchema, cell('attributes'))
  if (attributes === null || names === null) {
    changed.push(
      remarkOf({
        ...about,
        reason: t('remarks:table.attributesNotJson'),
      }),
    )
  }
  const speaker = cell('speaker')
  return {
    key,
    place,
    id: uuidOf(key),
    label: cell('label'),
    spans: read,
    quote: pieces.map((piece) => piece.cell('quote')).join(' '),
    prefix: '',
    suffix: '',
    speakers: (names?.length ?? 0) > 0 || speaker === '' ? (names ?? []) : [speaker],
    attributes: attributes ?? {},
    note: cell('note') || null,
    annotator: cell('annotator') || null,
    createdAt: cell('created_at') || null,
    updatedAt: cell('updated_at') || null,
    predicted: null,
  }
}

function fragmentOf({ cell }: Cells): number {
  return Number(cell('fragment')) || 0
}

function spanOf({ cell }: Cells, unit: OffsetUnit) {
  const [start, end] =
    unit === 'utf16'
      ? [cell('start_utf16'), cell('end_utf16')]
      : [cell('start_code_point'), cell('end_code_point')]
  const whole = /^\d{1,9}$/
  return whole.test(start) && whole.test(end) ? { start: Number(start), end: Number(end) } : null
}

function metadataOf({ place, cell }: Cells, changed: Remark[]): Partial<ForeignMetadata> {
  const other = parsed(metadataSchema, cell('metadata'))
  if (other === null) {
    changed.push(
      remarkOf({
        thing: 'document',
        place,
        id: null,
        reason: t('remarks:table.metadataNotJson'),
      }),
    )
  }
  const direction = cell('direction')
  const status = documentStatusSchema.safeParse(cell('status'))
  return {
    title: cell('title') || null,
    source: cell('source') || null,
    author: cell('author') || null,
    date: cell('date') || null,
    url: cell('url') || null,
    language: cell('language') || null,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : null,
    status: status.success ? status.data : null,
    assignee: cell('assignee') || null,
    tags: parsed(namesSchema, cell('tags')) ?? [],
    other: other ?? {},
  }
}

const namesSchema = z.array(z.string()).default([])
const attributesSchema = z.record(z.string(), attributeValueSchema).default({})
const metadataSchema = z.record(z.string(), z.string()).default({})

/** `null` where a cell is not the JSON that belongs there; what is usual for an empty one. */
function parsed<Value>(schema: z.ZodType<Value>, cell: string): Value | null {
  try {
    const result = schema.safeParse(cell === '' ? undefined : JSON.parse(cell))
    return result.success ? result.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function uuidOf(text: string): string | null {
  return idSchema.safeParse(text).success ? text : null
}

function remarkOf(remark: Pick<Remark, 'thing' | 'place' | 'id' | 'reason'>): Remark {
  return { ...remark, code: 'malformed', expected: null, found: null }
}
