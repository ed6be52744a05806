import type { ExportFormat } from '../export-format.ts'

/** One JSON object for the whole project (`verbatim-dataset.schema.json`), with one document on a line. */
export const jsonFormat: ExportFormat = {
  id: 'json',
  name: 'JSON',
  extension: '.json',
  loses: () => [],
  start: (head) => {
    const text = (content: string) => [{ file: '', content }]
    return {
      opening: () => text(`${JSON.stringify(head).slice(0, -1)},"documents":[`),
      document: (document, _relations, index) =>
        text(`${index === 0 ? '' : ','}\n${JSON.stringify(document)}`),
      closing: (relations) => text(`\n],"relations":${JSON.stringify(relations)}}\n`),
    }
  },
}
