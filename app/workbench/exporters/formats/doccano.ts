import { t } from '../../../../shared/language/translate.ts'
import type { DatasetDocument } from '../dataset.ts'
import { documentFields } from '../document-fields.ts'
import type { DatasetRelation, ExportFormat, ExportLog } from '../export-format.ts'

/**
 * doccano’s JSON Lines for sequence labelling with relations. An entity has the four fields that doccano reads
 * (`backend/data_import/pipeline/label.py`, `SpanLabel`); `text`, by which its offsets can be proved, and `piece_of` are
 * passed over there. Ids are whole numbers in doccano, so they are counted here. All other fields of a line become
 * metadata of the text and come out of doccano again (`BaseData.parse`).
 */
export const doccanoFormat: ExportFormat = {
  id: 'doccano',
  name: 'doccano',
  extension: '.jsonl',
  loses: () => [
    'speakers',
    'speakerDetails',
    'attributes',
    'notes',
    'annotators',
    'times',
    'ids',
    'relationsAcrossDocuments',
    'assignee',
    'tags',
    'provenance',
    'tagSet',
    'suggestions',
  ],
  start: (_head, _options, log) => {
    let count = 0
    return {
      opening: () => [],
      document: (document, relations) => {
        const line = lineOf(document, relations, { first: count, log })
        count += line.entities.length + line.relations.length
        return [{ file: '', content: `${JSON.stringify(line)}\n` }]
      },
      closing: () => [],
    }
  },
}

/** The short fields first: whoever looks at the beginning of a file sees what it is, however long its texts are. */
function lineOf(
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
  { first, log }: { readonly first: number; readonly log: ExportLog },
) {
  const ids = new Map<string, number>()
  const entities: Readonly<Record<string, unknown>>[] = []
  for (const { id, label, spans } of document.annotations) {
    const head = first + entities.length
    ids.set(id, head)
    for (const [piece, { start, end, startCodePoint, endCodePoint }] of spans.entries()) {
      entities.push({
        id: first + entities.length,
        label,
        start_offset: startCodePoint,
        end_offset: endCodePoint,
        text: document.text.slice(start, end),
        ...(piece === 0 ? {} : { piece_of: head }),
      })
    }
    if (spans.length > 1) log.change(inPieces(id, spans.length))
  }
  const within = relations.flatMap(({ type, from, to }) => {
    const ends = [ids.get(from), ids.get(to)]
    return ends.includes(undefined) ? [] : [{ from_id: ends[0], to_id: ends[1], type }]
  })
  return {
    entities,
    relations: within.map((relation, index) => ({
      id: first + entities.length + index,
      ...relation,
    })),
    ...documentFields(document),
    text: document.text,
  }
}

function inPieces(id: string, count: number) {
  return {
    thing: 'annotation',
    place: null,
    id,
    code: 'notHeld',
    reason: t('formats:changed.doccanoPieces', { count }),
    expected: null,
    found: null,
  } as const
}
