import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import {
  attributeValueSchema,
  type AttributeValues,
} from '../../../../../shared/model/attribute.ts'
import { isObject } from '../../foreign-metadata.ts'
import { remark } from '../../landing/landing.ts'
import { noteUnread } from '../../unread-fields.ts'

/** A span as its example has it, with what Verbatim writes beside it. Offsets are code points. */
export type TaskSpan = {
  readonly key: string
  readonly place: string
  readonly id: string | null
  readonly pieceOf: string | null
  readonly start: number
  readonly end: number
  readonly tokenStart: number | null
  readonly tokenEnd: number | null
  readonly label: string
  readonly quote: string | null
  readonly speakers: readonly string[]
  readonly attributes: AttributeValues
  readonly note: string | null
  readonly annotator: string | null
  readonly createdAt: string | null
  readonly updatedAt: string | null
}

const word = z.string().nullish().catch(null)

const fields = {
  start: z.number().nullish(),
  end: z.number().nullish(),
  token_start: z.number().nullish(),
  token_end: z.number().nullish(),
  label: z.union([z.string(), z.number()]).transform(String).nullish(),
  text: word,
  id: word,
  piece_of: word,
  speakers: z.array(z.string()).optional().catch(undefined),
  attributes: z.record(z.string(), attributeValueSchema).optional().catch(undefined),
  note: word,
  annotator: word,
  created_at: word,
  updated_at: word,
}
const spanSchema = z.object(fields)
/** What a span is called is `span` everywhere. */
const known = new Set([...Object.keys(fields), 'type'])

/** spaCy’s `[start, end, label]`; what may follow is an id in a knowledge base. */
const tupleSchema = z.tuple(
  [z.number(), z.number(), z.union([z.string(), z.number()]).transform(String)],
  z.unknown(),
)

const tokenSchema = z.object({ start: z.number(), end: z.number() })

/** The spans of an example: Prodigy’s `spans`, spaCy’s `entities`, and spaCy’s `spans` in groups by name. */
export function readSpans(
  task: Readonly<Record<string, unknown>>,
  { place, unread }: { readonly place: string | null; readonly unread: Set<string> },
): { readonly spans: readonly TaskSpan[]; readonly refused: readonly Remark[] } {
  const spans: TaskSpan[] = []
  const refused: Remark[] = []
  const tokens = Array.isArray(task['tokens']) ? task['tokens'] : []
  const label = typeof task['label'] === 'string' ? task['label'] : null
  for (const [name, list] of listsIn(task)) {
    for (const [index, item] of list.entries()) {
      const key = `${name}[${index}]`
      const itemPlace = place === null ? key : `${place}, ${key}`
      const read = spanOf(item, { label, tokens, unread })
      if (typeof read === 'string') {
        const found = JSON.stringify(item).slice(0, 200)
        const code = 'malformed'
        refused.push(remark({ thing: 'annotation', place: itemPlace, code, reason: read, found }))
      } else spans.push({ ...read, key, place: itemPlace })
    }
  }
  return { spans, refused }
}

function listsIn(
  task: Readonly<Record<string, unknown>>,
): readonly (readonly [string, readonly unknown[]])[] {
  const groups = isObject(task['spans'])
    ? Object.entries(task['spans']).map(([name, list]) => [`spans.${name}`, list] as const)
    : []
  const lists = [['spans', task['spans']], ['entities', task['entities']], ...groups] as const
  return lists.flatMap(([name, list]) => (Array.isArray(list) ? [[name, list] as const] : []))
}

/** A span, or why it is none. */
function spanOf(
  item: unknown,
  {
    label: common,
    tokens,
    unread,
  }: {
    readonly label: string | null
    readonly tokens: readonly unknown[]
    readonly unread: Set<string>
  },
): Omit<TaskSpan, 'key' | 'place'> | string {
  if (Array.isArray(item)) {
    const tuple = tupleSchema.safeParse(item)
    if (!tuple.success) return t('remarks:prodigy.noTuple')
    const [start, end, label] = tuple.data
    return { ...bare, start, end, label }
  }
  const parsed = spanSchema.safeParse(item)
  if (!parsed.success || !isObject(item)) return t('remarks:prodigy.noSpan')
  noteUnread(item, known, 'spans', unread)
  const { data } = parsed
  const start = data.start ?? tokenAt(tokens, data.token_start)?.start
  const end = data.end ?? tokenAt(tokens, data.token_end)?.end
  const label = data.label ?? common
  if (start === undefined || end === undefined) return t('remarks:prodigy.noPlace')
  if (label === null) return t('remarks:landing.noLabel')
  return {
    id: data.id ?? null,
    pieceOf: data.piece_of ?? null,
    start,
    end,
    tokenStart: data.token_start ?? null,
    tokenEnd: data.token_end ?? null,
    label,
    quote: data.text ?? null,
    speakers: data.speakers ?? [],
    attributes: data.attributes ?? {},
    note: data.note ?? null,
    annotator: data.annotator ?? null,
    createdAt: data.created_at ?? null,
    updatedAt: data.updated_at ?? null,
  }
}

const bare = {
  id: null,
  pieceOf: null,
  tokenStart: null,
  tokenEnd: null,
  quote: null,
  speakers: [],
  attributes: {},
  note: null,
  annotator: null,
  createdAt: null,
  updatedAt: null,
} as const

/** Tokens are counted from 0; the last one of a span is in it (https://prodi.gy/docs/api-interfaces#ner_manual). */
function tokenAt(tokens: readonly unknown[], index: number | null | undefined) {
  const parsed = tokenSchema.safeParse(tokens[index ?? -1])
  return parsed.success ? parsed.data : undefined
}
