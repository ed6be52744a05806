import type { OpenDocument } from '../../shared/contract.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { joins, type RelationType } from '../../shared/model/relation-type.ts'
import type { Relation } from '../../shared/model/relation.ts'

/** A relation as it is seen from one of its ends. */
export type Link = {
  readonly relation: Relation
  /** Which end the annotation is that it is seen from. */
  readonly end: 'from' | 'to'
  /** The annotation at the other end. */
  readonly other: Annotation
}

/** The relations at one annotation of the open document: first those that lead from it, each kind in the order of the tag set. */
export function linksAt(
  {
    annotations,
    farAnnotations,
    relations,
  }: Pick<OpenDocument, 'annotations' | 'farAnnotations' | 'relations'>,
  types: readonly RelationType[],
  id: string,
): readonly Link[] {
  const own = relations.filter(({ from, to }) => from === id || to === id)
  const wanted = new Set(own.flatMap(({ from, to }) => [from, to]))
  const ends = [...annotations, ...farAnnotations].filter((one) => wanted.has(one.id))
  const byId = new Map(ends.map((one) => [one.id, one]))
  const rank = (link: Link): number => types.findIndex((type) => type.id === link.relation.type)
  return own
    .flatMap((relation): readonly Link[] => {
      const end = relation.from === id ? 'from' : 'to'
      const other = byId.get(end === 'from' ? relation.to : relation.from)
      return other === undefined ? [] : [{ relation, end, other }]
    })
    .toSorted(
      (one, other) =>
        Number(one.end === 'to') - Number(other.end === 'to') ||
        rank(one) - rank(other) ||
        (one.relation.id < other.relation.id ? -1 : 1),
    )
}

/** Whether the tag set foresees a relation between annotations with the labels that they have now. */
export function isForeseen(
  types: readonly RelationType[],
  relation: Relation,
  from: Annotation,
  to: Annotation,
): boolean {
  const type = types.find(({ id }) => id === relation.type)
  return type !== undefined && joins(type, from.label, to.label)
}
