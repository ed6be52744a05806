import { datasetRelation } from '../dataset.ts'
import type { ExportFormat } from '../export-format.ts'

/**
 * JSON Lines: one object per document (`verbatim-dataset-jsonl.schema.json`). Each line can be read alone: it repeats the
 * project's name and tag set, has the speakers whom its annotations name, and holds the relations that start in its
 * document, whose other end may be in another line.
 */
export const jsonlFormat: ExportFormat = {
  id: 'jsonl',
  name: 'JSON Lines',
  extension: '.jsonl',
  loses: () => [],
  start: (head) => ({
    opening: () => [],
    document: (document, relations) => {
      const named = new Set(
        [...document.annotations, ...document.suggestions].flatMap(
          ({ attribution }) => attribution,
        ),
      )
      const speakers = head.speakers.filter(({ id }) => named.has(id))
      const line = { ...head, speakers, ...document, relations: relations.map(datasetRelation) }
      return [{ file: '', content: `${JSON.stringify(line)}\n` }]
    },
    closing: () => [],
  }),
}
