import type { ExportFormat } from './export-format.ts'

/** One JSON object for the whole project (`verbatim-dataset.schema.json`), with one document on a line. */
export const jsonFormat: ExportFormat = {
  id: 'json',
  name: 'JSON',
  extension: '.json',
  opening: (head) => `${JSON.stringify(head).slice(0, -1)},"documents":[`,
  document: (_head, document, _relations, index) =>
    `${index === 0 ? '' : ','}\n${JSON.stringify(document)}`,
  closing: (relations) => `\n],"relations":${JSON.stringify(relations)}}\n`,
}
