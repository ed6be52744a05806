import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignRelation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { noteUnread } from '../../unread-fields.ts'
import type { TaskSpan } from './spans.ts'

const endSchema = z.object({
  start: z.number(),
  end: z.number(),
  label: z.string().nullish().catch(null),
  id: z.string().nullish().catch(null),
})
const fields = {
  head: z.number().nullish(),
  child: z.number().nullish(),
  head_span: endSchema.nullish().catch(null),
  child_span: endSchema.nullish().catch(null),
  label: z.union([z.string(), z.number()]).transform(String),
  id: z.string().nullish().catch(null),
}
const relationSchema = z.object(fields)
const known = new Set([...Object.keys(fields), 'color'])

/**
 * The relations of an example (https://prodi.gy/docs/api-interfaces#relations): from head to child, each by its span, or
 * by the token that ends its span. One between words that are no spans joins no annotations, and is refused.
 */
export function readRelations(
  task: Readonly<Record<string, unknown>>,
  {
    place,
    spans,
    unread,
  }: {
    readonly place: string | null
    readonly spans: readonly TaskSpan[]
    readonly unread: Set<string>
  },
): { readonly relations: readonly ForeignRelation[]; readonly refused: readonly Remark[] } {
  const list = task['relations']
  if (!Array.isArray(list)) return { relations: [], refused: [] }
  const find = finder(spans)
  const relations: ForeignRelation[] = []
  const refused: Remark[] = []
  for (const [index, item] of list.entries()) {
    const key = `relations[${index}]`
    const itemPlace = place === null ? key : `${place}, ${key}`
    const refuse = (reason: string) => {
      refused.push(remark({ thing: 'relation', place: itemPlace, code: 'malformed', reason }))
    }
    const parsed = relationSchema.safeParse(item)
    if (!parsed.success || !isObject(item)) {
      refuse(t('remarks:prodigy.noEnds'))
      continue
    }
    noteUnread(item, known, 'relations', unread)
    const { head, child, head_span: headSpan, child_span: childSpan, label, id } = parsed.data
    const from = find(headSpan ?? null, head ?? null)
    const to = find(childSpan ?? null, child ?? null)
    if (from === null || to === null) {
      refuse(t(from === null ? 'remarks:prodigy.noHead' : 'remarks:prodigy.noChild'))
    } else relations.push({ place: itemPlace, id: id ?? null, type: label, from, to })
  }
  return { relations, refused }
}

type End = z.infer<typeof endSchema>

/** Looks spans up by id, then by place and label, then by their last or first token. Of several the first is meant. */
function finder(spans: readonly TaskSpan[]) {
  const heads = spans.filter(({ pieceOf }) => pieceOf === null)
  const byId = firstBy(heads, ({ id }) => id)
  const byPlace = firstBy(heads, ({ start, end, label }) => `${start} ${end} ${label}`)
  const byLast = firstBy(heads, ({ tokenEnd }) => tokenEnd)
  const byFirst = firstBy(heads, ({ tokenStart }) => tokenStart)
  return (end: End | null, token: number | null): string | null => {
    const placed = end === null ? undefined : byPlace.get(`${end.start} ${end.end} ${end.label}`)
    const named = end?.id === null ? undefined : byId.get(end?.id ?? '')
    const found =
      named ?? placed ?? (end === null ? (byLast.get(token) ?? byFirst.get(token)) : undefined)
    return found?.key ?? null
  }
}

function firstBy<Key>(
  spans: readonly TaskSpan[],
  keyOf: (span: TaskSpan) => Key,
): ReadonlyMap<Key, TaskSpan> {
  return new Map(spans.toReversed().map((span) => [keyOf(span), span]))
}
