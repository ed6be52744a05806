import type { DatasetDocument } from './dataset.ts'

/**
 * What a document says of its article, for tools that keep any fields beside a text. What is not known is left out. An
 * import reads the same names (`importers/foreign-metadata.ts`); the id is for it alone.
 */
export function documentFields(document: DatasetDocument): Readonly<Record<string, unknown>> {
  const { id, title, source, author, date, url, language, direction, status, metadata } = document
  const optional = { source, author, date, url, language, direction }
  return {
    document_id: id,
    title,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    status,
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  }
}
