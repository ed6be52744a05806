import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { attributeValueSchema, type AttributeValue } from '../../../../../shared/model/attribute.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignAnnotation, ForeignRelation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { attributeValueOf, wordsOf } from './answers.ts'
import { attributeName, wordControls, type LabelingConfig } from './labeling-config.ts'
import { readResults, type Answer, type Link, type Region } from './results.ts'

type Fields = Readonly<Record<string, unknown>>

/** What one annotator or one model says of a task. */
export type AnnotationSet = {
  readonly regions: readonly Region[]
  readonly annotations: readonly PlacedAnnotation[]
  readonly relations: readonly ForeignRelation[]
  /** Answers about the text as a whole. */
  readonly wholes: readonly Answer[]
  readonly annotator: string | null
  readonly refused: readonly Remark[]
}

/** An annotation that still has the places of its regions: only the text tells what they mean. */
export type PlacedAnnotation = Omit<ForeignAnnotation, 'spans' | 'quote'> & {
  readonly pieces: readonly Region[]
}

/** `place` is that of the set, and the beginning of its keys: region ids are used again by other sets of the task. */
export function readAnnotationSet(
  set: Fields,
  {
    place,
    predicted,
    config,
  }: {
    readonly place: string
    readonly predicted: boolean
    readonly config: LabelingConfig | null
  },
): AnnotationSet {
  const items = Array.isArray(set['result']) ? set['result'] : []
  const { regions, answers, links, refused } = readResults(items, `${place}.result`)
  const annotator = predicted ? wordOf(set['model_version']) : annotatorOf(set['completed_by'])
  const known = new Map(regions.map((region) => [region.id, region]))
  const byRegion = Map.groupBy(answers, ({ region }) => region)
  const pieces = Map.groupBy(regions, ({ pieceOf }) => pieceOf)
  const heads = new Set(regions.filter(({ pieceOf }) => pieceOf === null).map(({ id }) => id))
  const whole = regions.filter(({ pieceOf }) => pieceOf === null || !heads.has(pieceOf))
  const score = typeof set['score'] === 'number' ? set['score'] : null
  const annotations = whole.flatMap((region) =>
    region.labels.map((label, index): PlacedAnnotation => {
      const about = aboutRegion(region, label, byRegion.get(region.id) ?? [], config)
      return {
        ...about,
        key: keyOf(place, region.id, index),
        id: index === 0 ? region.id : null,
        place: region.place,
        label,
        pieces: heads.has(region.id) ? [region, ...(pieces.get(region.id) ?? [])] : [region],
        prefix: '',
        suffix: '',
        annotator: about.annotator ?? annotator,
        createdAt: about.createdAt ?? wordOf(set['created_at']),
        updatedAt: about.updatedAt ?? wordOf(set['updated_at']),
        predicted: predicted ? { score: shareOf(region.score ?? score) } : null,
      }
    }),
  )
  const joined = links.flatMap((link) => relationsOf(link, place))
  return {
    regions,
    annotations,
    relations: joined,
    wholes: answers.filter(({ region }) => !known.has(region)),
    annotator,
    refused,
  }
}

/** Relations lead to the first label of a region. */
function keyOf(place: string, region: string, index = 0): string {
  return `${place}/${region}${index === 0 ? '' : `/${index + 1}`}`
}

/** Left, right and both ways (`stores/RelationStore.js`); one without a label is a `relation`. */
function relationsOf(
  { place, from, to, direction, labels, ids }: Link,
  set: string,
): readonly ForeignRelation[] {
  const ends = { from: keyOf(set, from), to: keyOf(set, to) }
  const turned = { from: ends.to, to: ends.from }
  const types = labels.length === 0 ? ['relation'] : labels
  return types.flatMap((type, index): readonly ForeignRelation[] => {
    const relation = { place, id: ids[index] ?? null, type }
    if (direction === 'left') return [{ ...relation, ...turned }]
    const right = { ...relation, ...ends }
    return direction === 'bi' ? [right, { ...relation, id: null, ...turned }] : [right]
  })
}

const word = z.string().nullish().catch(null)

const metaSchema = z.object({
  text: z
    .union([z.string().transform((note) => [note]), z.array(z.string())])
    .optional()
    .catch(undefined),
  attributes: z.record(z.string(), attributeValueSchema).optional().catch(undefined),
  annotator: word,
  created_at: word,
  updated_at: word,
})

/** What answers and `meta` say of a region: a note may be in either. */
function aboutRegion(
  { meta }: Region,
  label: string,
  answers: readonly Answer[],
  config: LabelingConfig | null,
) {
  const own = metaSchema.parse(meta)
  const values = answers.flatMap(
    ({ control, type, value }): readonly [string, AttributeValue][] => {
      if (type === 'textarea' && wordControls.has(control)) return []
      const kind = config?.kinds.get(control)
      const read = attributeValueOf(value, kind ?? (type === 'textarea' ? 'text' : undefined))
      return read === null ? [] : [[attributeName(control, label), read]]
    },
  )
  const written = (name: string) =>
    answers.flatMap(({ control, type, value }) =>
      type === 'textarea' && control === name ? wordsOf(value) : [],
    )
  const notes = [...written('note'), ...(own.text ?? [])]
  return {
    speakers: written('speaker'),
    attributes: Object.fromEntries([...Object.entries(own.attributes ?? {}), ...values]),
    note: notes.length === 0 ? null : notes.join('\n'),
    annotator: own.annotator ?? null,
    createdAt: own.created_at ?? null,
    updatedAt: own.updated_at ?? null,
  }
}

/** A user’s number, or what is known of the user. */
function annotatorOf(user: unknown): string | null {
  if (typeof user === 'number') return `user ${user}`
  if (typeof user === 'string') return user === '' ? null : user
  if (!isObject(user)) return null
  const name = [user['first_name'], user['last_name']].map(wordOf).filter(Boolean).join(' ')
  return wordOf(user['email']) ?? (name === '' ? annotatorOf(user['id']) : name)
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function shareOf(score: number | null): number | null {
  return score !== null && score >= 0 && score <= 1 ? score : null
}

/** An annotator who skipped a task left nothing that counts (label-studio-sdk, `annotation_result_from_task`). */
export function cancelled({ annotations, relations }: AnnotationSet): readonly Remark[] {
  const reason = t('remarks:labelStudio.skipped')
  return [
    ...annotations.map(({ place }) =>
      remark({ thing: 'annotation', place, code: 'notHeld', reason }),
    ),
    ...relations.map(({ place }) => remark({ thing: 'relation', place, code: 'notHeld', reason })),
  ]
}
