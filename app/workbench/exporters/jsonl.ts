import type { ExportFormat } from './export-format.ts'

/**
 * JSON Lines: one object per document (`verbatim-dataset-jsonl.schema.json`). Each line can be read alone: it repeats the
 * project's name and tag set, has the speakers whom its annotations name, and holds the relations that start in its
 * document, whose other end may be in another line.
 */
export const jsonlFormat: ExportFormat = {
  id: 'jsonl',
  name: 'JSON Lines',
  extension: '.jsonl',
  opening: () => '',
  document: (head, document, relations) => {
    const named = new Set(document.annotations.flatMap(({ attribution }) => attribution))
    const speakers = head.speakers.filter(({ id }) => named.has(id))
    return `${JSON.stringify({ ...head, speakers, ...document, relations })}\n`
  },
  closing: () => '',
}
