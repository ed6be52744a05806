import { z } from 'zod'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { t } from '../../../../shared/language/translate.ts'
import { fieldsOf, isObject, metadataOf } from '../foreign-metadata.ts'
import type { ForeignAnnotation, ForeignDocument, ForeignRelation, Reading } from '../foreign.ts'
import type { ImportFormat } from '../import-format.ts'
import { jsonItems } from '../json-items.ts'
import { firstItemOf } from '../json-sample.ts'
import { remark } from '../landing/landing.ts'
import { offsetUnitOf } from '../offset-unit.ts'
import { noteUnread, tellUnread } from '../unread-fields.ts'

/**
 * doccano’s JSON Lines and JSON: `label` or `labels` with `[start, end, label]`, and `entities` with `relations`
 * (`backend/data_export/models.py`, `to_tuple` and `to_dict`); older versions wrote `annotations`. Its server slices
 * Python strings, so offsets are code points (`backend/labels/models.py`, `Span.__str__`); its page writes UTF-16 code
 * units all the same (v-annotator, `Label/Text.ts`; doccano issue 2290), see `offsetUnitOf`. Any other field is
 * metadata of the text (`backend/data_import/pipeline/data.py`, `BaseData.parse`).
 */
export const doccanoFormat: ImportFormat = {
  id: 'doccano',
  name: 'doccano',
  extensions: ['.jsonl', '.json'],
  recognise: ({ text }) => {
    const item = firstItemOf(text)
    if (item === null || (item.shape !== 'object' && item.shape !== 'objects')) return 'no'
    const { fields } = item
    const lists = spanFields.flatMap((name) => fields.get(name) ?? [])
    if (lists.some((list) => /"start_offset"\s*:/.test(list))) return 'certain'
    if (!fields.has('text') && !fields.has('data')) return 'no'
    // spaCy’s `entities` are `[start, end, label]` too: those are not taken here.
    const tuples = ['label', 'labels'].flatMap((name) => fields.get(name) ?? [])
    if (tuples.some((list) => /^\[\s*\[\s*\d+\s*,\s*\d+\s*,/.test(list))) return 'likely'
    const comments = fields.get('Comments')?.startsWith('[') === true
    if (comments || (fields.has('entities') && fields.has('relations'))) return 'likely'
    return 'no'
  },
  async *read(file) {
    const unread = new Set<string>()
    for await (const item of jsonItems(file)) {
      if ('refusal' in item) yield { kind: 'refused', remark: item.refusal }
      else yield readExample(item.value, item.place, unread)
      yield { kind: 'progress', bytes: item.end }
    }
    yield* tellUnread(unread)
  },
}

const spanFields = ['entities', 'label', 'labels', 'annotations'] as const

type Span = {
  readonly id: string | null
  readonly label: string
  readonly start: number
  readonly end: number
  readonly text: string | null
  readonly pieceOf: string | null
}
const plainSpan = { id: null, text: null, pieceOf: null } as const

const labelSchema = z.union([z.string(), z.number()]).transform(String)
/** `[start, end, label]`; what may follow is passed over (`label.py`, `SpanLabel.parse`). */
const tupleSchema = z
  .tuple([z.number(), z.number(), labelSchema], z.unknown())
  .transform(([start, end, label]): Span => ({ ...plainSpan, label, start, end }))

const entitySchema = z
  .object({
    id: z.union([z.string(), z.number()]).nullish().catch(null),
    label: labelSchema,
    start_offset: z.number(),
    end_offset: z.number(),
    /** Verbatim’s own: doccano passes over them. */
    text: z.string().nullish().catch(null),
    piece_of: z.number().nullish().catch(null),
  })
  .transform(
    ({ id, label, start_offset: start, end_offset: end, text, piece_of: pieceOf }): Span => ({
      id: id === null || id === undefined ? null : String(id),
      label,
      start,
      end,
      text: text ?? null,
      pieceOf: pieceOf === null || pieceOf === undefined ? null : String(pieceOf),
    }),
  )
const readOfSpan = new Set(['id', 'label', 'start_offset', 'end_offset', 'text', 'piece_of'])
type SpanItem = Span & { readonly place: string; readonly key: string }

const relationSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  from_id: z.union([z.string(), z.number()]).transform(String),
  to_id: z.union([z.string(), z.number()]).transform(String),
  type: labelSchema,
})

function readExample(value: unknown, place: string | null, unread: Set<string>): Reading {
  const refuse = (reason: string): Reading => ({
    kind: 'refused',
    remark: remark({ thing: 'document', place, code: 'malformed', reason }),
  })
  if (!isObject(value)) return refuse(t('remarks:doccano.noObject'))
  const text = [value['text'], value['data']].find((each) => typeof each === 'string')
  if (typeof text !== 'string') return refuse(t('remarks:doccano.noText'))
  const refused: Remark[] = []
  const changed: Remark[] = []
  const { spans, categories } = readSpans(value, { place, refused, unread })
  const annotations = joinedPieces(spans)
  const { unit, changed: told } = offsetUnitOf(text, annotations, { place, tool: 'doccano' })
  const relations = readRelations(value, { place, spans, refused })
  if (categories.size > 0) {
    const reason = t('remarks:doccano.categories', { names: [...categories.keys()].join(', ') })
    changed.push(remark({ thing: 'label', place, code: 'notHeld', reason }))
  }
  const document: ForeignDocument = {
    place,
    id: typeof value['document_id'] === 'string' ? value['document_id'] : null,
    metadata: metadataOf(otherFields(value, typeof value['text'] === 'string', categories)),
    text,
    decoding: { encoding: 'utf-8', byteOrderMark: false },
    offsetUnit: unit,
    quoteForm: 'exact',
    annotations,
    relations,
    provenance: null,
    refused,
    changed: [...changed, ...told],
  }
  return { kind: 'document', document }
}

/** Lists of words label the whole text (classification), or are texts made of it (sequence to sequence). */
function readSpans(
  example: Readonly<Record<string, unknown>>,
  {
    place,
    refused,
    unread,
  }: {
    readonly place: string | null
    readonly refused: Remark[]
    readonly unread: Set<string>
  },
): {
  readonly spans: readonly SpanItem[]
  readonly categories: ReadonlyMap<string, readonly string[]>
} {
  const spans: SpanItem[] = []
  const categories = new Map<string, readonly string[]>()
  for (const field of [...spanFields, 'cats']) {
    const list = example[field]
    if (!Array.isArray(list)) continue
    for (const [index, item] of list.entries()) {
      if (typeof item === 'string') {
        categories.set(field, [...(categories.get(field) ?? []), item])
        continue
      }
      const itemPlace = `${place === null ? '' : `${place}, `}${field}[${index}]`
      const parsed = (Array.isArray(item) ? tupleSchema : entitySchema).safeParse(item)
      if (parsed.success) {
        if (isObject(item)) noteUnread(item, readOfSpan, field, unread)
        spans.push({ ...parsed.data, place: itemPlace, key: `${field}[${index}]` })
        continue
      }
      const reason = t('remarks:doccano.noSpan')
      const found = JSON.stringify(item).slice(0, 200)
      refused.push(
        remark({ thing: 'annotation', place: itemPlace, code: 'malformed', reason, found }),
      )
    }
  }
  return { spans, categories }
}

/** Pieces of one annotation lie one after another, each leading to the first; together they are one again. */
function joinedPieces(spans: readonly SpanItem[]): readonly ForeignAnnotation[] {
  const joined: { readonly head: SpanItem; readonly pieces: SpanItem[] }[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span.pieceOf !== null && span.pieceOf === last.head.id) {
      last.pieces.push(span)
    } else joined.push({ head: span, pieces: [span] })
  }
  return joined.map(({ head, pieces }) => {
    const texts = pieces.flatMap(({ text }) => text ?? [])
    return {
      key: head.key,
      place: head.place,
      id: null,
      label: head.label,
      spans: pieces.map(({ start, end }) => ({ start, end })),
      quote: texts.length === pieces.length ? texts.join(' ') : null,
      prefix: '',
      suffix: '',
      speakers: [],
      attributes: {},
      note: null,
      annotator: null,
      createdAt: null,
      updatedAt: null,
      predicted: null,
    }
  })
}

function readRelations(
  example: Readonly<Record<string, unknown>>,
  {
    place,
    spans,
    refused,
  }: {
    readonly place: string | null
    readonly spans: readonly SpanItem[]
    readonly refused: Remark[]
  },
): readonly ForeignRelation[] {
  const list = example['relations']
  if (!Array.isArray(list)) return []
  const byId = Map.groupBy(spans, ({ id }) => id)
  return list.flatMap((item: unknown, index): readonly ForeignRelation[] => {
    const itemPlace = `${place === null ? '' : `${place}, `}relations[${index}]`
    const refuse = (reason: string) => {
      refused.push(remark({ thing: 'relation', place: itemPlace, code: 'malformed', reason }))
      return []
    }
    const parsed = relationSchema.safeParse(item)
    if (!parsed.success) return refuse(t('remarks:doccano.noEnds'))
    const { from_id: from, to_id: to, type } = parsed.data
    const ends = [from, to].map((id) => byId.get(id) ?? [])
    const doubled = ends.findIndex(({ length }) => length > 1)
    if (doubled !== -1) {
      return refuse(t('remarks:doccano.severalEntities', { id: String([from, to][doubled]) }))
    }
    const [first, second] = ends.map(([only]) => only?.key)
    if (first === undefined || second === undefined) {
      return refuse(t('remarks:doccano.noEntity', { id: first === undefined ? from : to }))
    }
    return [{ place: itemPlace, id: null, type, from: first, to: second }]
  })
}

/** Everything that is neither the text nor an annotation of it; `meta` of older versions is taken apart. */
function otherFields(
  example: Readonly<Record<string, unknown>>,
  hasText: boolean,
  categories: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, unknown> {
  const read = ['text', 'relations', 'document_id', 'meta', 'Comments', 'cats', ...spanFields]
  const { meta } = example
  return new Map([
    ...(isObject(meta) ? fieldsOf(meta) : []),
    ...fieldsOf(example, hasText ? read : [...read, 'data']),
    ...spanFields.flatMap((name): readonly (readonly [string, unknown])[] =>
      Array.isArray(example[name]) ? [] : [[name, example[name]]],
    ),
    ...categories,
    ['Comments', commentsIn(example['Comments'])],
  ])
}

/** Comments are strings, or objects that have one (`backend/data_export/models.py`, `ExportedComment`). */
function commentsIn(value: unknown): string | null {
  if (!Array.isArray(value)) return null
  const comments = value.flatMap((item: unknown) => {
    if (typeof item === 'string') return item
    return isObject(item) && typeof item['comment'] === 'string' ? item['comment'] : []
  })
  return comments.length === 0 ? null : comments.join('\n')
}
