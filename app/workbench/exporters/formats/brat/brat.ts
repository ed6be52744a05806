import { t } from '../../../../../shared/language/translate.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import type { DatasetDocument, DatasetHead } from '../../dataset.ts'
import type { DatasetRelation, ExportFormat, ExportLog, Piece } from '../../export-format.ts'
import { fileNamer } from '../../file-names.ts'
import { annotationConf, visualConf } from './configuration.ts'
import { standoffLines } from './standoff.ts'
import { bratTypesOf, type BratTypes } from './types.ts'

/**
 * brat stand-off: a folder with a `.txt` and an `.ann` for each document, and the configuration that shows them. Lines are
 * as brat writes them (nlplab/brat, server/src/annotation.py); what it has no line for is in notes of the type `Verbatim`,
 * which it shows.
 */
export const bratFormat: ExportFormat = {
  id: 'brat',
  name: 'brat',
  extension: null,
  loses: () => [
    'annotators',
    'times',
    'ids',
    'relationsAcrossDocuments',
    'documentIds',
    'source',
    'author',
    'date',
    'url',
    'language',
    'direction',
    'status',
    'metadata',
    'assignee',
    'tags',
    'provenance',
    'suggestions',
  ],
  start: (head, _options, log) => {
    const types = bratTypesOf(head)
    const nameOf = fileNamer('.txt'.length)
    const speakerNames = namesOf(head)
    return {
      opening: () => [
        { file: 'annotation.conf', content: annotationConf(head, types) },
        { file: 'visual.conf', content: visualConf(head, types) },
      ],
      document: (document, relations) => {
        const name = nameOf(document.title)
        tellName(document, name, log)
        return pieces({ document, relations, name, types, speakerNames, log })
      },
      closing: () => [],
    }
  },
}

/** Names stand for speakers; where several have the same, their ids do. */
function namesOf({ speakers }: DatasetHead): ReadonlyMap<string, string> {
  const byName = Map.groupBy(speakers, ({ name }) => name.normalize('NFC').toLowerCase())
  return new Map(
    [...byName.values()].flatMap((same) =>
      same.map(({ id, name }) => [id, same.length === 1 ? name : id] as const),
    ),
  )
}

function* pieces({
  document,
  relations,
  name,
  types,
  speakerNames,
  log,
}: {
  readonly document: DatasetDocument
  readonly relations: readonly DatasetRelation[]
  readonly name: string
  readonly types: BratTypes
  readonly speakerNames: ReadonlyMap<string, string>
  readonly log: ExportLog
}): Generator<Piece> {
  const { text, annotations } = document
  // Readers drop one mark at the beginning, and brat counts it as a character.
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  yield { file: `${name}.txt`, content: mark + text }

  const file = `${name}.ann`
  const codePoints = indexCodePoints(text)
  const toBrat = (offset: number) => mark.length + codePoints.fromUtf16(offset)
  const counts = { A: 0, '#': 0 }
  const next = (kind: 'A' | '#') => {
    counts[kind] += 1
    return `${kind}${counts[kind]}`
  }
  const places = new Map<string, number>()
  yield { file, content: '' }
  for (const [index, annotation] of annotations.entries()) {
    places.set(annotation.id, index + 1)
    const shared = { text, toBrat, types, speakerNames, next }
    const { lines, fragments } = standoffLines(annotation, `T${index + 1}`, shared)
    if (fragments !== null) tellFragments(annotation.id, fragments, log)
    yield { file, content: `${lines.join('\n')}\n` }
  }

  const ends = relations.flatMap(({ type, from, to }) => {
    const [start, end] = [places.get(from), places.get(to)]
    if (start === undefined || end === undefined) return []
    return [{ type: types.relationTypes.get(type) ?? type, start, end }]
  })
  // By their ends: files do not depend on ids that are not in them.
  const ordered = ends.toSorted(
    (one, other) =>
      one.start - other.start || one.end - other.end || compareWords(one.type, other.type),
  )
  for (const [index, { type, start, end }] of ordered.entries()) {
    yield { file, content: `R${index + 1}\t${type} Arg1:T${start} Arg2:T${end}\n` }
  }
}

function compareWords(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function tellName({ id, title }: DatasetDocument, name: string, log: ExportLog): void {
  if (title === name) return
  log.change({
    thing: 'document',
    place: `${name}.txt`,
    id,
    code: 'notHeld',
    reason: t('formats:changed.bratTitle'),
    expected: title,
    found: name,
  })
}

function tellFragments(id: string, fragments: number, log: ExportLog): void {
  const reason =
    fragments === 0
      ? t('formats:changed.bratNothingLeft')
      : t('formats:changed.bratFragments', { count: fragments })
  log.change({
    thing: 'annotation',
    place: null,
    id,
    code: 'notHeld',
    reason,
    expected: null,
    found: null,
  })
}
