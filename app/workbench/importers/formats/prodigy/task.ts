import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { fieldsOf, isObject, metadataOf } from '../../foreign-metadata.ts'
import type { ForeignAnnotation, ForeignRelation, Reading } from '../../foreign.ts'
import { isPair } from '../../json-items.ts'
import { remark } from '../../landing/landing.ts'
import { readRelations } from './relations.ts'
import { readSpans, type TaskSpan } from './spans.ts'

/** Fields that are read otherwise than as metadata. */
const readFields = [
  'text',
  'spans',
  'entities',
  'tokens',
  'relations',
  'answer',
  'meta',
  '_annotator_id',
  '_session_id',
  '_timestamp',
]

/** Settings of Prodigy’s page, and what it makes of a task: neither says anything of the text. */
const passedOver = new Set(['config', 'options', 'html'])

/** One example. Names of fields that have no place are put into `unread`. */
export function readTask(value: unknown, place: string | null, unread: Set<string>): Reading {
  const task = asTask(value)
  const text = task?.['text']
  if (task === null || typeof text !== 'string') {
    const reason = t('remarks:prodigy.noText')
    return {
      kind: 'refused',
      remark: remark({ thing: 'document', place, code: 'malformed', reason }),
    }
  }
  const read = readSpans(task, { place, unread })
  const joined = readRelations(task, { place, spans: read.spans, unread })
  const answer = typeof task['answer'] === 'string' ? task['answer'] : null
  const declined = answer === 'reject' || answer === 'ignore'
  const facts = factsOf(task)
  const annotations = joinedPieces(read.spans).map((span) => annotationOf(span, facts))
  const metadata = metadataOf(otherFields(task, unread))
  const document = {
    place,
    id: documentIdOf(task),
    metadata: {
      ...metadata,
      status: metadata.status ?? (declined ? ('setAside' as const) : null),
      other: { ...metadata.other, ...(declined ? { answer } : {}) },
    },
    text,
    decoding: { encoding: 'utf-8', byteOrderMark: false },
    offsetUnit: 'codePoint' as const,
    quoteForm: 'exact' as const,
    annotations: declined ? [] : annotations,
    relations: declined ? [] : joined.relations,
    provenance: null,
    refused: [
      ...read.refused,
      ...joined.refused,
      ...(declined ? declinedRemarks(answer, annotations, joined.relations) : []),
    ],
    changed: [],
  }
  return { kind: 'document', document }
}

/** An example of Prodigy, or spaCy’s pair of a text and what is said of it, as one object. */
function asTask(value: unknown): Readonly<Record<string, unknown>> | null {
  if (isPair(value)) return isObject(value[1]) ? { ...value[1], text: value[0] } : null
  return isObject(value) ? value : null
}

/** Spans of an example that was rejected are wrong by its annotator’s word, those of one that was ignored were not looked at. */
function declinedRemarks(
  answer: 'reject' | 'ignore',
  annotations: readonly ForeignAnnotation[],
  relations: readonly ForeignRelation[],
): readonly Remark[] {
  const reason = answer === 'reject' ? t('remarks:prodigy.rejected') : t('remarks:prodigy.ignored')
  return [
    ...annotations.map(({ place }) =>
      remark({ thing: 'annotation', place, code: 'notHeld', reason }),
    ),
    ...relations.map(({ place }) => remark({ thing: 'relation', place, code: 'notHeld', reason })),
  ]
}

type Facts = { readonly annotator: string | null; readonly time: string | null }

/** Who answered, and when: seconds since 1970. */
function factsOf(task: Readonly<Record<string, unknown>>): Facts {
  const names = [task['_annotator_id'], task['_session_id']]
  const annotator = names.find((name) => typeof name === 'string' && name !== '')
  const seconds = task['_timestamp']
  const date = typeof seconds === 'number' ? new Date(seconds * 1000) : null
  return {
    annotator: typeof annotator === 'string' ? annotator : null,
    time: date === null || Number.isNaN(date.getTime()) ? null : date.toISOString(),
  }
}

/** Further pieces of an annotation name the first by its id, and lie behind it. */
function joinedPieces(spans: readonly TaskSpan[]): readonly (readonly TaskSpan[])[] {
  const joined: TaskSpan[][] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (span.pieceOf !== null && span.pieceOf === last?.[0]?.id) last.push(span)
    else joined.push([span])
  }
  return joined
}

function annotationOf(pieces: readonly TaskSpan[], facts: Facts): ForeignAnnotation {
  const [head] = pieces
  if (head === undefined) throw new TypeError('an annotation has a piece')
  const texts = pieces.flatMap(({ quote }) => quote ?? [])
  return {
    key: head.key,
    place: head.place,
    id: head.id,
    label: head.label,
    spans: pieces.map(({ start, end }) => ({ start, end })),
    quote: texts.length === pieces.length ? texts.join(' ') : null,
    prefix: '',
    suffix: '',
    speakers: head.speakers,
    attributes: head.attributes,
    note: head.note,
    annotator: head.annotator ?? facts.annotator,
    createdAt: head.createdAt ?? facts.time,
    updatedAt: head.updatedAt ?? facts.time,
    predicted: null,
  }
}

function documentIdOf({ meta }: Readonly<Record<string, unknown>>): string | null {
  const id = isObject(meta) ? meta['document_id'] : null
  return typeof id === 'string' ? id : null
}

/** `meta` and what else lies beside the text; fields with a `_` before them are Prodigy’s own bookkeeping. */
function otherFields(
  task: Readonly<Record<string, unknown>>,
  unread: Set<string>,
): ReadonlyMap<string, unknown> {
  const beside = fieldsOf(task, readFields)
  const own = [...beside].filter(([name, value]) => {
    const isOwn = !name.startsWith('_') && !passedOver.has(name)
    if (!isOwn && value !== null) unread.add(name)
    return isOwn
  })
  const { meta } = task
  return new Map([
    ...own,
    ...(isObject(meta) ? fieldsOf(meta, ['document_id']) : [['meta', meta] as const]),
  ])
}
