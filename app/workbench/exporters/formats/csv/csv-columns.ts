/** What a row says of its document; the same on every row of it. */
const documentColumns = [
  'document_id',
  'title',
  'source',
  'author',
  'date',
  'url',
  'language',
  'direction',
  'status',
  'assignee',
  'tags',
  'metadata',
] as const

/** What a row says of an annotation and the one of its spans that it is for; empty where a document has none. */
const annotationColumns = [
  'annotation_id',
  'label',
  'fragment',
  'start_utf16',
  'end_utf16',
  'start_code_point',
  'end_code_point',
  'quote',
  'speaker',
  'attribution',
  'attributes',
  'note',
  'annotator',
  'created_at',
  'updated_at',
] as const

/** All columns of an exported table, in order. The text of a document is on its first row alone. */
export const csvColumns = [...documentColumns, ...annotationColumns, 'text'] as const

export type CsvColumn = (typeof csvColumns)[number]

/** Columns by which a table is known for one that Verbatim wrote, whatever else was done to it. */
const telling: readonly CsvColumn[] = ['document_id', 'annotation_id', 'label', 'quote', 'text']

/** Whether a table with these columns has annotations as Verbatim writes them. */
export function isAnnotationTable(columns: readonly string[]): boolean {
  const counted = ['utf16', 'code_point'].some(
    (unit) => columns.includes(`start_${unit}`) && columns.includes(`end_${unit}`),
  )
  return counted && telling.every((column) => columns.includes(column))
}
