import type { Annotation } from '../../shared/model/annotation.ts'
import { joins, mayLeadFrom, type RelationType } from '../../shared/model/relation-type.ts'
import type { Relation } from '../../shared/model/relation.ts'

/** A relation that an annotation may take part in, and which of its ends the annotation would be. */
export type RelationOffer = { readonly type: RelationType; readonly end: 'from' | 'to' }

/** What the tag set lets an annotation with this label take part in, each type once; leading from it comes before leading to it. */
export function offersAt(types: readonly RelationType[], label: string): readonly RelationOffer[] {
  return types.flatMap((type): readonly RelationOffer[] => {
    if (mayLeadFrom(type.from, label)) return [{ type, end: 'from' }]
    return mayLeadFrom(type.to, label) ? [{ type, end: 'to' }] : []
  })
}

/** What may join two annotations that are not joined so already, each type once. */
export function offersBetween(
  types: readonly RelationType[],
  relations: readonly Relation[],
  source: Annotation,
  target: Annotation,
): readonly RelationOffer[] {
  if (source.id === target.id) return []
  return types.flatMap((type): readonly RelationOffer[] => {
    const ends = (['from', 'to'] as const).filter((end) => {
      const [from, to] = end === 'from' ? [source, target] : [target, source]
      return joins(type, from.label, to.label) && !isJoined(relations, type.id, from.id, to.id)
    })
    return ends.slice(0, 1).map((end) => ({ type, end }))
  })
}

/** Ids of the labels that the other end may have; an empty list stands for any label. */
export function otherLabels({ type, end }: RelationOffer): readonly string[] {
  return end === 'from' ? type.to : type.from
}

/** Whether an annotation may be the other end of a relation at `source`. */
export function mayBeTarget(
  offer: RelationOffer,
  relations: readonly Relation[],
  source: Annotation,
  target: Annotation,
): boolean {
  return offersBetween([offer.type], relations, source, target).some(({ end }) => end === offer.end)
}

/**
 * The offer that is most likely meant: one whose rule names the label, leading from it rather than to it; otherwise the
 * first.
 */
export function likelyOffer(
  offers: readonly RelationOffer[],
  label: string,
): RelationOffer | undefined {
  return (
    offers.find(({ type, end }) => end === 'from' && type.from.includes(label)) ??
    offers.find(({ type, end }) => end === 'to' && type.to.includes(label)) ??
    offers[0]
  )
}

function isJoined(relations: readonly Relation[], type: string, from: string, to: string): boolean {
  return relations.some(
    (relation) => relation.type === type && relation.from === from && relation.to === to,
  )
}
