import { csvRow, needsProtection, protectedCell } from '../../../../../shared/exchange/csv-cells.ts'
import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { DatasetAnnotation, DatasetDocument } from '../../dataset.ts'
import type { ExportFormat } from '../../export-format.ts'
import { csvColumns, type CsvColumn } from './csv-columns.ts'

/**
 * A table (RFC 4180, UTF-8) with a row for each span of each annotation; an annotation in several pieces has several
 * rows with its id, counted by `fragment` from 1. A document without annotations has one row, on which the columns of
 * annotations are empty. `attribution` is a list of names in JSON, `attributes` and `metadata` are objects.
 */
export const csvFormat: ExportFormat = {
  id: 'csv',
  name: 'CSV',
  extension: '.csv',
  loses: () => ['speakerDetails', 'relations', 'provenance', 'tagSet', 'suggestions'],
  start: (head, _options, log) => {
    const protections = new Map<CsvColumn, number>()
    const names = new Map(head.speakers.map(({ id, name }) => [id, name]))

    function row(values: Readonly<Partial<Record<CsvColumn, string>>>): string {
      return csvRow(
        csvColumns.map((column) => {
          const value = values[column] ?? ''
          if (needsProtection(value)) protections.set(column, (protections.get(column) ?? 0) + 1)
          return protectedCell(value)
        }),
      )
    }

    return {
      opening: () => [{ file: '', content: csvRow(csvColumns) }],
      document: function* (document) {
        let text: string | null = document.text
        for (const values of rowsOf(document, names)) {
          yield { file: '', content: row(text === null ? values : { ...values, text }) }
          text = null
        }
      },
      closing: function* () {
        for (const [column, count] of protections) log.change(protectionRemark(column, count))
        yield* []
      },
    }
  },
}

function* rowsOf(
  document: DatasetDocument,
  names: ReadonlyMap<string, string>,
): Generator<Readonly<Partial<Record<CsvColumn, string>>>> {
  const { id, title, source, author, date, url, language, direction, status, tags } = document
  const metadata = jsonOf(document.metadata)
  const own = {
    document_id: id,
    title,
    source: source ?? '',
    author: author ?? '',
    date: date ?? '',
    url: url ?? '',
    language: language ?? '',
    direction: direction ?? '',
    status,
    assignee: document.assignee ?? '',
    tags: tags.length === 0 ? '' : JSON.stringify(tags),
    metadata,
  }
  if (document.annotations.length === 0) yield own
  for (const annotation of document.annotations) {
    const common = { ...own, ...annotationValues(annotation, names) }
    for (const [index, span] of annotation.spans.entries()) {
      yield {
        ...common,
        fragment: String(index + 1),
        start_utf16: String(span.start),
        end_utf16: String(span.end),
        start_code_point: String(span.startCodePoint),
        end_code_point: String(span.endCodePoint),
        quote: document.text.slice(span.start, span.end),
      }
    }
  }
}

function annotationValues(
  { id, label, attribution, attributes, note, annotator, ...annotation }: DatasetAnnotation,
  names: ReadonlyMap<string, string>,
) {
  return {
    annotation_id: id,
    label,
    speaker: annotation.speaker ?? '',
    attribution:
      attribution.length === 0
        ? ''
        : JSON.stringify(attribution.map((one) => names.get(one) ?? one)),
    attributes: jsonOf(attributes),
    note: note ?? '',
    annotator,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
  }
}

function jsonOf(record: Readonly<Record<string, unknown>>): string {
  return Object.keys(record).length === 0 ? '' : JSON.stringify(record)
}

function protectionRemark(column: CsvColumn, count: number): Remark {
  return {
    thing: 'other',
    place: `column ${column}`,
    id: null,
    code: 'escaped',
    reason: t('formats:changed.csvFormula', { count, column }),
    expected: null,
    found: null,
  }
}
