import { z } from 'zod'

import { annotationSchema } from './annotation.ts'
import { documentSchema } from './document.ts'
import { labelSchema } from './label.ts'
import { projectSchema } from './project.ts'
import { relationTypeSchema } from './relation-type.ts'
import { relationSchema } from './relation.ts'
import { speakerSchema } from './speaker.ts'
import { suggestionSchema } from './suggestion.ts'

export const entitySchema = z.enum([
  'annotation',
  'relation',
  'document',
  'label',
  'relationType',
  'speaker',
  'suggestion',
  'project',
])

function changeOf<const Name extends string, Schema extends z.ZodType>(
  entity: Name,
  schema: Schema,
) {
  return z
    .strictObject({
      entity: z.literal(entity),
      before: schema.nullable(),
      after: schema.nullable(),
    })
    .readonly()
}

/**
 * One thing of the project before and after: `before` is `null` where it is added, `after` where it is removed.
 * Both sides are whole, so a change is its own proof (it applies only where `before` is what is stored) and its
 * inverse is itself turned round.
 */
export const changeSchema = z
  .discriminatedUnion('entity', [
    changeOf('annotation', annotationSchema),
    changeOf('relation', relationSchema),
    changeOf('document', documentSchema),
    changeOf('label', labelSchema),
    changeOf('relationType', relationTypeSchema),
    changeOf('speaker', speakerSchema),
    changeOf('suggestion', suggestionSchema),
    changeOf('project', projectSchema),
  ])
  .refine((change) => change.before !== null || change.after !== null, 'a change has a side')
  .refine(
    (change) =>
      change.before === null || change.after === null || change.before.id === change.after.id,
    'both sides are the same thing',
  )

export type Change = z.infer<typeof changeSchema>

/** The id of the thing that a change adds, alters or removes. */
export function subjectOf(change: Change): string {
  const subject = change.after ?? change.before
  if (subject === null) throw new TypeError('a change has a side')
  return subject.id
}

export function invertChange<Kind extends Change>(change: Kind): Kind {
  return { ...change, before: change.after, after: change.before }
}

/** Undoes a series: last change first. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(invertChange)
}

/** One change for each subject of a series: from how it was before the series to how it is after. Order of first mention. */
export function condenseChanges(changes: readonly Change[]): readonly Change[] {
  const bySubject = Map.groupBy(changes, (change) => `${change.entity} ${subjectOf(change)}`)
  return [...bySubject.values()].flatMap((series) => {
    const before = series[0]?.before ?? null
    const after = series.at(-1)?.after ?? null
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    return [changeSchema.parse({ entity: series[0]?.entity, before, after })]
  })
}

type ChangeOf<Entity extends Change['entity']> = Extract<Change, { readonly entity: Entity }>

/** The changes of one kind of thing, in their order. */
export function changesOf<const Entity extends Change['entity']>(
  changes: readonly Change[],
  entity: Entity,
): readonly ChangeOf<Entity>[] {
  return changes.filter((change): change is ChangeOf<Entity> => change.entity === entity)
}
