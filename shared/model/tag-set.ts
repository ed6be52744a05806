import { z } from 'zod'

import { t } from '../language/translate.ts'
import type { Change } from './change.ts'
import { labelSchema, type Label } from './label.ts'
import { relationTypeSchema, type RelationType } from './relation-type.ts'

/** What annotations and relations can say in a project. */
export type TagSet = {
  readonly labels: readonly Label[]
  readonly relationTypes: readonly RelationType[]
}

/** A tag set as a file of its own: UTF-8 JSON. */
export const tagSetFileSchema = z
  .strictObject({
    format: z.literal('verbatim-tag-set'),
    version: z.literal(1),
    labels: z.array(labelSchema).min(1).readonly(),
    relationTypes: z.array(relationTypeSchema).readonly(),
  })
  .refine(({ labels }) => distinct(labels), { error: () => t('remarks:tagSet.labelIds') })
  .refine(({ relationTypes }) => distinct(relationTypes), {
    error: () => t('remarks:tagSet.relationTypeIds'),
  })
  .readonly()

export type TagSetFile = z.infer<typeof tagSetFileSchema>

/** The file's own order of keys, so that the same tag set always gives the same bytes. */
export function tagSetFile({ labels, relationTypes }: TagSet): TagSetFile {
  return tagSetFileSchema.parse({ format: 'verbatim-tag-set', version: 1, labels, relationTypes })
}

/**
 * What makes a project's tag set hold another one: what `incoming` has becomes as it is there, in its order, and what only
 * the project has stays, behind it. A key that would be given twice stays with its owner in `incoming`. Adopting the same
 * tag set again changes nothing.
 */
export function adoptTagSet(present: TagSet, incoming: TagSet): readonly Change[] {
  const keys = new Set(incoming.labels.map(({ key }) => key))
  const order = orderOf(present.labels, incoming.labels)
  const labels = order.map((label, position) => {
    const fromFile = incoming.labels.some(({ id }) => id === label.id)
    return { ...label, position, key: !fromFile && keys.has(label.key) ? null : label.key }
  })
  const types = orderOf(present.relationTypes, incoming.relationTypes).map((type, position) => ({
    ...type,
    position,
  }))
  return [
    ...labels.flatMap((after): readonly Change[] => {
      const before = present.labels.find(({ id }) => id === after.id) ?? null
      return same(before, after) ? [] : [{ entity: 'label', before, after }]
    }),
    ...types.flatMap((after): readonly Change[] => {
      const before = present.relationTypes.find(({ id }) => id === after.id) ?? null
      return same(before, after) ? [] : [{ entity: 'relationType', before, after }]
    }),
  ]
}

function orderOf<Thing extends { readonly id: string; readonly position: number }>(
  present: readonly Thing[],
  incoming: readonly Thing[],
): readonly Thing[] {
  const kept = present.filter(({ id }) => incoming.every((other) => other.id !== id))
  return [...incoming.toSorted(byPosition), ...kept.toSorted(byPosition)]
}

function byPosition(
  one: { readonly position: number },
  other: { readonly position: number },
): number {
  return one.position - other.position
}

/** Puts one thing of an ordered list at another place (counted from 0). Gives those whose position changes, before and after. */
export function moveTo<Thing extends { readonly id: string; readonly position: number }>(
  things: readonly Thing[],
  id: string,
  place: number,
): readonly { readonly before: Thing; readonly after: Thing }[] {
  const ordered = things.toSorted(byPosition)
  const moved = ordered.find((thing) => thing.id === id)
  if (moved === undefined) return []
  const others = ordered.filter((thing) => thing !== moved)
  return others
    .toSpliced(Math.max(place, 0), 0, moved)
    .map((before, position) => ({ before, after: { ...before, position } }))
    .filter(({ before, after }) => before.position !== after.position)
}

function distinct(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
