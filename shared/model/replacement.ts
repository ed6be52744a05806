import type { Annotation } from './annotation.ts'
import type { Change } from './change.ts'
import { timeNow } from './id.ts'
import type { Label } from './label.ts'
import type { RelationType } from './relation-type.ts'
import { touchesAny, type Relation } from './relation.ts'
import { mergedSpeaker, replaceInAttribution, type Speaker } from './speaker.ts'

/*
 * Taking a thing of the project out although others hang on it. Each function gives the changes as one act, in an order
 * in which nothing ever hangs on what is gone.
 */

/** The annotations go, and the relations at them (of `relations`, all that touch them). */
export function removeAnnotations(
  annotations: readonly Annotation[],
  relations: readonly Relation[],
): readonly Change[] {
  const ids = new Set(annotations.map(({ id }) => id))
  return [
    ...relations
      .filter((relation) => touchesAny(relation, ids))
      .map((before): Change => ({ entity: 'relation', before, after: null })),
    ...annotations.map((before): Change => ({ entity: 'annotation', before, after: null })),
  ]
}

/**
 * A label goes. Its annotations get the label `by`, or go with it where that is `null` (and `relations`, those at them).
 * Rules of relation types that name the label name the other one instead. A rule that named it alone would come to
 * allow everything; its type goes on naming nothing that exists, and so allows nothing until somebody mends it.
 */
export function replaceLabel(
  label: Label,
  by: Label | null,
  uses: {
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
    readonly relationTypes: readonly RelationType[]
  },
): readonly Change[] {
  const updatedAt = timeNow()
  const moved =
    by === null
      ? removeAnnotations(uses.annotations, uses.relations)
      : uses.annotations.map((before): Change => ({
          entity: 'annotation',
          before,
          after: { ...before, label: by.id, updatedAt },
        }))
  const rules = uses.relationTypes
    .filter(({ from, to }) => from.includes(label.id) || to.includes(label.id))
    .map((before): Change => ({
      entity: 'relationType',
      before,
      after: {
        ...before,
        from: replaceInRule(before.from, label.id, by?.id ?? null),
        to: replaceInRule(before.to, label.id, by?.id ?? null),
      },
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  return [...moved, ...rules, { entity: 'label', before: label, after: null }]
}

function replaceInRule(
  labels: readonly string[],
  id: string,
  by: string | null,
): readonly string[] {
  const next = new Set(
    labels.flatMap((label) => (label !== id ? [label] : by === null ? [] : [by])),
  )
  return next.size === 0 ? labels : [...next]
}

/** A relation type goes; its relations become of the type `by`, or go with it where that is `null`. */
export function replaceRelationType(
  type: RelationType,
  by: RelationType | null,
  relations: readonly Relation[],
): readonly Change[] {
  return [
    ...relations.map((before): Change => ({
      entity: 'relation',
      before,
      after: by === null ? null : { ...before, type: by.id },
    })),
    { entity: 'relationType', before: type, after: null },
  ]
}

/**
 * Speakers go. Where `by` is given it stands in their place in every annotation (of `annotations`, all that name them)
 * and takes over their names; otherwise they are left out of the chains.
 */
export function replaceSpeakers(
  speakers: readonly Speaker[],
  by: Speaker | null,
  annotations: readonly Annotation[],
): readonly Change[] {
  const replaced = new Set(speakers.map(({ id }) => id))
  const updatedAt = timeNow()
  const merged: readonly Change[] =
    by === null ? [] : [{ entity: 'speaker', before: by, after: mergedSpeaker(by, speakers) }]
  return [
    ...merged,
    ...annotations.map((before): Change => ({
      entity: 'annotation',
      before,
      after: {
        ...before,
        attribution: replaceInAttribution(before.attribution, replaced, by?.id ?? null),
        updatedAt,
      },
    })),
    ...speakers.map((before): Change => ({ entity: 'speaker', before, after: null })),
  ]
}
