import type { ExportFormat } from './export-format.ts'

/**
 * JSON Lines: one object per document (`verbatim-dataset-jsonl.schema.json`). Each line can be read alone: it repeats the
 * project's name and labels and holds the relations that start in its document, whose other end may be in another line.
 */
export const jsonlFormat: ExportFormat = {
  id: 'jsonl',
  name: 'JSON Lines',
  extension: '.jsonl',
  opening: () => '',
  document: (head, document, relations) =>
    `${JSON.stringify({ ...head, ...document, relations })}\n`,
  closing: () => '',
}
