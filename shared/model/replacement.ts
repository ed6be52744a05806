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
 * in which nothing ever hangs on what is gone. They are made one at a time, of things that may be read one at a time: a
 * label may have a hundred thousand annotations.
 */

/** The annotations go, and the relations at them (of `relations`, all that touch them). */
export function* removeAnnotations(
  annotations: Iterable<Annotation>,
  relations: readonly Relation[],
): Generator<Change> {
  if (relations.length > 0) {
    const ids = new Set<string>()
    for (const { id } of annotations) ids.add(id)
    for (const before of relations) {
      if (touchesAny(before, ids)) yield { entity: 'relation', before, after: null }
    }
  }
  for (const before of annotations) yield { entity: 'annotation', before, after: null }
}

/** Documents go, and with them their annotations, what waits for review in them, and the relations at their annotations (of `uses`, all of these). */
export function* removeDocuments(
  documents: readonly Document[],
  uses: {
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
    readonly suggestions: readonly Suggestion[]
  },
): Generator<Change> {
  for (const before of uses.suggestions) yield { entity: 'suggestion', before, after: null }
  yield* removeAnnotations(uses.annotations, uses.relations)
  for (const before of documents) yield { entity: 'document', before, after: null }
}

/**
 * A label goes. Its annotations get the label `by`, or go with it where that is `null` (and `relations`, those at them).
 * What waits for review with it gets the label `by` too, or goes on waiting, for somebody to choose another one.
 * Rules of relation types that name the label name the other one instead. A rule that named it alone would come to
 * allow everything; its type goes on naming nothing that exists, and so allows nothing until somebody mends it.
 */
export function* replaceLabel(
  label: Label,
  by: Label | null,
  uses: {
    readonly annotations: Iterable<Annotation>
    readonly relations: readonly Relation[]
    readonly relationTypes: readonly RelationType[]
    readonly suggestions: readonly Suggestion[]
  },
): Generator<Change> {
  if (by === null) yield* removeAnnotations(uses.annotations, uses.relations)
  else {
    const updatedAt = timeNow()
    for (const before of uses.annotations) {
      yield { entity: 'annotation', before, after: { ...before, label: by.id, updatedAt } }
    }
    yield* alterEach(uses.suggestions, (suggestion) => ({ ...suggestion, label: by.id }))
  }
  yield* uses.relationTypes
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
  yield { entity: 'label', before: label, after: null }
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
export function* replaceRelationType(
  type: RelationType,
  by: RelationType | null,
  uses: {
    readonly relations: readonly Relation[]
    readonly suggestions: readonly Suggestion[]
  },
): Generator<Change> {
  const replaced = (relation: Relation): Relation | null =>
    relation.type !== type.id ? relation : by === null ? null : { ...relation, type: by.id }
  for (const before of uses.relations) {
    yield { entity: 'relation', before, after: replaced(before) }
  }
  yield* alterEach(uses.suggestions, (suggestion) => ({
    ...suggestion,
    relations: suggestion.relations.flatMap((relation) => replaced(relation) ?? []),
  }))
  yield { entity: 'relationType', before: type, after: null }
}

/**
 * Speakers go. Where `by` is given it stands in their place in every annotation and suggestion (of `uses`, all that name
 * them) and takes over their names; otherwise they are left out of the chains.
 */
export function* replaceSpeakers(
  speakers: readonly Speaker[],
  by: Speaker | null,
  uses: {
    readonly annotations: Iterable<Annotation>
    readonly suggestions: readonly Suggestion[]
  },
): Generator<Change> {
  const replaced = new Set(speakers.map(({ id }) => id))
  const replaceIn = (attribution: readonly string[]): readonly string[] =>
    replaceInAttribution(attribution, replaced, by?.id ?? null)
  const updatedAt = timeNow()
  if (by !== null) yield { entity: 'speaker', before: by, after: mergedSpeaker(by, speakers) }
  for (const before of uses.annotations) {
    const attribution = replaceIn(before.attribution)
    yield { entity: 'annotation', before, after: { ...before, attribution, updatedAt } }
  }
  yield* alterEach(uses.suggestions, (suggestion) => ({
    ...suggestion,
    attribution: replaceIn(suggestion.attribution),
  }))
  for (const before of speakers) yield { entity: 'speaker', before, after: null }
}
