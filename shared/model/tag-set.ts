import { z } from 'zod'

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
  .refine(({ labels }) => distinct(labels), 'labels have ids of their own')
  .refine(({ relationTypes }) => distinct(relationTypes), 'relation types have ids of their own')
  .readonly()

export type TagSetFile = z.infer<typeof tagSetFileSchema>

/** The file's own order of keys, so that the same tag set always gives the same bytes. */
export function tagSetFile({ labels, relationTypes }: TagSet): TagSetFile {
  return tagSetFileSchema.parse({ format: 'verbatim-tag-set', version: 1, labels, relationTypes })
}

/**
 * What makes a project's tag set hold another one: what both have by id becomes as in `incoming`, what only `incoming`
 * has is added behind, and what only the project has stays. A key that would be given twice stays with its owner in
 * `incoming`.
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
  const first = incoming.filter(({ id }) => present.some((other) => other.id === id))
  const added = incoming.filter(({ id }) => present.every((other) => other.id !== id))
  const places = [...first, ...kept].toSorted((one, other) => one.position - other.position)
  return [...places, ...added.toSorted((one, other) => one.position - other.position)]
}

function distinct(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
