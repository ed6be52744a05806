import type { Annotation } from './annotation.ts'
import type { Change } from './change.ts'
import type { Document } from './document.ts'
import { timeNow } from './id.ts'
import type { Label } from './label.ts'
import type { RelationType } from './relation-type.ts'
import { touchesAny, type Relation } from './relation.ts'
import { mergedSpeaker, replaceInAttribution, type Speaker } from './speaker.ts'
import type { Suggestion } from './suggestion.ts'

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

/** Documents go, and with them their annotations, what waits for review in them, and the relations at their annotations (of `uses`, all of these). */
export function removeDocuments(
  documents: readonly Document[],
  uses: {
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
    readonly suggestions: readonly Suggestion[]
  },
): readonly Change[] {
  return [
    ...uses.suggestions.map((before): Change => ({ entity: 'suggestion', before, after: null })),
    ...removeAnnotations(uses.annotations, uses.relations),
    ...documents.map((before): Change => ({ entity: 'document', before, after: null })),
  ]
}

/**
 * A label goes. Its annotations get the label `by`, or go with it where that is `null` (and `relations`, those at them).
 * What waits for review with it gets the label `by` too, or goes on waiting, for somebody to choose another one.
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
    readonly suggestions: readonly Suggestion[]
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
  const waiting =
    by === null
      ? []
      : alterEach(uses.suggestions, (suggestion) => ({ ...suggestion, label: by.id }))
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
  return [...moved, ...waiting, ...rules, { entity: 'label', before: label, after: null }]
}

function alterEach(
  suggestions: readonly Suggestion[],
  alter: (suggestion: Suggestion) => Suggestion,
): readonly Change[] {
  return suggestions.map((before): Change => ({
    entity: 'suggestion',
    before,
    after: alter(before),
  }))
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

/**
 * A relation type goes; its relations become of the type `by`, or go with it where that is `null`: those that are made,
 * and those that wait with `suggestions`.
 */
export function replaceRelationType(
  type: RelationType,
  by: RelationType | null,
  uses: {
    readonly relations: readonly Relation[]
    readonly suggestions: readonly Suggestion[]
  },
): readonly Change[] {
  const replaced = (relation: Relation): Relation | null =>
    relation.type !== type.id ? relation : by === null ? null : { ...relation, type: by.id }
  return [
    ...uses.relations.map((before): Change => ({
      entity: 'relation',
      before,
      after: replaced(before),
    })),
    ...alterEach(uses.suggestions, (suggestion) => ({
      ...suggestion,
      relations: suggestion.relations.flatMap((relation) => replaced(relation) ?? []),
    })),
    { entity: 'relationType', before: type, after: null },
  ]
}

/**
 * Speakers go. Where `by` is given it stands in their place in every annotation and suggestion (of `uses`, all that name
 * them) and takes over their names; otherwise they are left out of the chains.
 */
export function replaceSpeakers(
  speakers: readonly Speaker[],
  by: Speaker | null,
  uses: {
    readonly annotations: readonly Annotation[]
    readonly suggestions: readonly Suggestion[]
  },
): readonly Change[] {
  const replaced = new Set(speakers.map(({ id }) => id))
  const replaceIn = (attribution: readonly string[]): readonly string[] =>
    replaceInAttribution(attribution, replaced, by?.id ?? null)
  const updatedAt = timeNow()
  const merged: readonly Change[] =
    by === null ? [] : [{ entity: 'speaker', before: by, after: mergedSpeaker(by, speakers) }]
  return [
    ...merged,
    ...uses.annotations.map((before): Change => ({
      entity: 'annotation',
      before,
      after: { ...before, attribution: replaceIn(before.attribution), updatedAt },
    })),
    ...alterEach(uses.suggestions, (suggestion) => ({
      ...suggestion,
      attribution: replaceIn(suggestion.attribution),
    })),
    ...speakers.map((before): Change => ({ entity: 'speaker', before, after: null })),
  ]
}
