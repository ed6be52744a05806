import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import { remark } from '../../landing/landing.ts'

type Fields = Readonly<Record<string, unknown>>

/** A stretch of the text that was labelled; one with several labels becomes as many annotations. */
export type Region = {
  readonly id: string
  readonly place: string
  /** The object tag that it lies on. */
  readonly on: string
  readonly labels: string[]
  readonly start: number
  readonly end: number
  /** Its offsets count in the text of a page, and not in the field as it is. */
  readonly onPage: boolean
  readonly text: string | null
  readonly score: number | null
  readonly meta: Fields
  /** The region whose further piece it is, in a file that Verbatim wrote. */
  readonly pieceOf: string | null
}

/** An answer to a control: about a region where there is one with its id, and about the whole text elsewhere. */
export type Answer = {
  readonly region: string
  readonly place: string
  readonly control: string
  readonly type: string
  readonly value: unknown
}

export type Link = {
  readonly place: string
  readonly from: string
  readonly to: string
  readonly direction: string
  readonly labels: readonly string[]
  readonly ids: readonly (string | null)[]
}

export type Results = {
  readonly regions: readonly Region[]
  readonly answers: readonly Answer[]
  readonly links: readonly Link[]
  readonly refused: readonly Remark[]
}

const word = z.union([z.string(), z.number()]).transform(String)

const resultSchema = z.object({
  id: word.nullish(),
  from_name: z.string().nullish(),
  to_name: z.string().nullish(),
  type: z.string(),
  value: z.record(z.string(), z.unknown()),
  score: z.number().nullish().catch(null),
  meta: z.record(z.string(), z.unknown()).nullish().catch(null),
})
type Result = z.infer<typeof resultSchema>

const relationSchema = z.object({
  type: z.literal('relation'),
  from_id: word,
  to_id: word,
  direction: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  ids: z.array(z.string()).nullish().catch(null),
})

/** Offsets are numbers; the oldest versions wrote them as words. A page’s places begin with a slash. */
const offset = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])
const plainSchema = z.object({ start: offset, end: offset, text: z.string().nullish().catch(null) })
const pageSchema = z.object({
  globalOffsets: z.object({ start: z.number(), end: z.number() }),
  text: z.string().nullish().catch(null),
})

/** What control tags call their answers (`web/libs/editor/src/regions/Result.js`, `value`). */
const answerFields: Readonly<Record<string, string>> = {
  choices: 'choices',
  taxonomy: 'taxonomy',
  rating: 'rating',
  number: 'number',
  datetime: 'datetime',
  textarea: 'text',
  pairwise: 'selected',
  ranker: 'ranker',
}

/** Takes the results of one annotator, or of one model, apart. `place` is that of the list. */
export function readResults(items: readonly unknown[], place: string): Results {
  const regions = new Map<string, Region>()
  const answers: Answer[] = []
  const links: Link[] = []
  const refused: Remark[] = []
  for (const [index, item] of items.entries()) {
    const itemPlace = `${place}[${index}]`
    const refuse = (thing: Remark['thing'], reason: string) => {
      refused.push(remark({ thing, place: itemPlace, code: 'malformed', reason }))
    }
    if (isObject(item) && item['type'] === 'relation') {
      const link = linkOf(item, itemPlace)
      if (link === null) refuse('relation', t('remarks:labelStudio.noEnds'))
      else links.push(link)
      continue
    }
    const parsed = resultSchema.safeParse(item)
    if (!parsed.success) {
      refuse('annotation', t('remarks:labelStudio.noResult'))
      continue
    }
    const { data } = parsed
    const id = data.id ?? `#${index}`
    const answerField = answerFields[data.type]
    if (answerField !== undefined) {
      const control = data.from_name ?? data.type
      const value = data.value[answerField]
      answers.push({ region: id, place: itemPlace, control, type: data.type, value })
      continue
    }
    const labels = labelsOf(data)
    if (labels === null) {
      refuse('annotation', t('remarks:labelStudio.marksNoText', { type: data.type }))
      continue
    }
    const region = regionOf(data, { id, place: itemPlace, labels })
    const reason = typeof region === 'string' ? region : addRegion(region, regions)
    if (reason !== null) refuse('annotation', reason)
  }
  return { regions: [...regions.values()], answers, links, refused }
}

/** Labels of several controls on one region have its id. Gives the reason where a region is none of its own. */
function addRegion(region: Region, regions: Map<string, Region>): string | null {
  const known = regions.get(region.id)
  if (known === undefined) {
    regions.set(region.id, region)
    return null
  }
  if (known.start !== region.start || known.end !== region.end) {
    return t('remarks:labelStudio.sameId')
  }
  const labels = region.labels.filter((label) => !known.labels.includes(label))
  known.labels.push(...labels)
  return labels.length > 0 ? null : t('remarks:labelStudio.twice')
}

function labelsOf({ type, value }: Result): readonly string[] | null {
  if (type !== 'labels' && type !== 'hypertextlabels') return null
  const labels = z.array(z.string()).safeParse(value[type] ?? value['labels'] ?? [])
  return labels.success ? [...new Set(labels.data)] : []
}

/** A region, or why it is none. */
function regionOf(
  { value, to_name: on, score, meta }: Result,
  common: Pick<Region, 'id' | 'place'> & { readonly labels: readonly string[] },
): Region | string {
  if (common.labels.length === 0) return t('remarks:landing.noLabel')
  const plain = plainSchema.safeParse(value)
  const pieceOf = meta?.['piece_of']
  const about = {
    ...common,
    labels: [...common.labels],
    on: on ?? '',
    score: score ?? null,
    meta: meta ?? {},
    pieceOf: typeof pieceOf === 'string' ? pieceOf : null,
  }
  if (plain.success) {
    const { start, end, text } = plain.data
    return { ...about, start, end, onPage: false, text: text ?? null }
  }
  const page = pageSchema.safeParse(value)
  if (!page.success) {
    return typeof value['start'] === 'string'
      ? t('remarks:labelStudio.pathsAlone')
      : t('remarks:labelStudio.noPlace')
  }
  const { globalOffsets, text } = page.data
  return { ...about, ...globalOffsets, onPage: true, text: text ?? null }
}

function linkOf(item: Fields, place: string): Link | null {
  const parsed = relationSchema.safeParse(item)
  if (!parsed.success) return null
  const { from_id: from, to_id: to, direction, labels, ids } = parsed.data
  return {
    place,
    from,
    to,
    direction: direction ?? 'right',
    labels: labels ?? [],
    ids: (labels ?? []).map((_, index) => ids?.[index] ?? null),
  }
}
