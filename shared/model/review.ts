import type { Spans } from '../text/span.ts'
import type { Change } from './change.ts'
import { distinct } from './distinct.ts'
import { touchesAny, type Relation } from './relation.ts'
import { acceptedAt, type Suggestion } from './suggestion.ts'

/** What the suggestions of one document are settled among. */
export type ReviewSetting = {
  readonly text: string
  /** All that wait in the document, those that are settled now among them. */
  readonly suggestions: readonly Suggestion[]
  /** Ids of the annotations, of any document, that relations of suggestions may lead to. */
  readonly annotationIds: ReadonlySet<string>
  /** Ids of the relations that are made already. */
  readonly relationIds: ReadonlySet<string>
  /** Ids of the relation types of the tag set. */
  readonly relationTypes: ReadonlySet<string>
}

/** A suggestion and its place: UTF-16 code units of the text, on grapheme edges. */
export type PlacedSuggestion = { readonly suggestion: Suggestion; readonly spans: Spans }

/**
 * Suggestions become annotations at their places. A relation is made, once, when both its ends are annotations by then;
 * one whose other end still waits stays with that other suggestion; `lost` are those that lead to what is gone, or are of
 * a type that is.
 */
export function acceptSuggestions(
  placed: readonly PlacedSuggestion[],
  setting: ReviewSetting,
  at: string,
): { readonly changes: readonly Change[]; readonly lost: readonly Relation[] } {
  const accepted = new Set(placed.map(({ suggestion }) => suggestion.id))
  const waiting = new Set(setting.suggestions.flatMap(({ id }) => (accepted.has(id) ? [] : [id])))
  const present = new Set([...setting.annotationIds, ...accepted])
  const kept = new Map<string, readonly Relation[]>()
  const made: Relation[] = []
  const lost: Relation[] = []
  for (const relation of distinct(placed.flatMap(({ suggestion }) => suggestion.relations))) {
    if (setting.relationIds.has(relation.id)) continue
    const ends = [relation.from, relation.to]
    const waitingEnds = ends.filter((end) => waiting.has(end))
    const isWhole = ends.every((end) => present.has(end) || waiting.has(end))
    if (isWhole && waitingEnds.length > 0) {
      for (const end of waitingEnds) kept.set(end, [...(kept.get(end) ?? []), relation])
    } else if (isWhole && setting.relationTypes.has(relation.type)) made.push(relation)
    else lost.push(relation)
  }
  const changes = [
    ...placed.map(({ suggestion }): Change => gone(suggestion)),
    ...placed.map(({ suggestion, spans }): Change => ({
      entity: 'annotation',
      before: null,
      after: acceptedAt(suggestion, setting.text, spans, at),
    })),
    ...setting.suggestions.flatMap((before) => {
      const more = kept.get(before.id)
      return more === undefined
        ? []
        : withRelations(before, distinct([...before.relations, ...more]))
    }),
    ...made.map((after): Change => ({ entity: 'relation', before: null, after })),
  ]
  return { changes, lost }
}

/** Suggestions go, and with them their relations, also where these wait with the suggestion at the other end. */
export function rejectSuggestions(
  rejected: readonly Suggestion[],
  { suggestions }: Pick<ReviewSetting, 'suggestions'>,
): readonly Change[] {
  const ids = new Set(rejected.map(({ id }) => id))
  return [
    ...rejected.map(gone),
    ...suggestions
      .filter(({ id }) => !ids.has(id))
      .flatMap((before) =>
        withRelations(
          before,
          before.relations.filter((relation) => !touchesAny(relation, ids)),
        ),
      ),
  ]
}

function gone(before: Suggestion): Change {
  return { entity: 'suggestion', before, after: null }
}

function withRelations(before: Suggestion, relations: readonly Relation[]): readonly Change[] {
  if (relations.length === before.relations.length) return []
  return [{ entity: 'suggestion', before, after: { ...before, relations } }]
}
