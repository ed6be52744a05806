import type { Label } from './label.ts'
import type { RelationType } from './relation-type.ts'

/*
 * Who denies whom. Somebody denies somebody where an annotation in which the one speaks leads, by a relation of the type that
 * denies, to an annotation in which the other speaks. The matrix of the numbers and the facet `denies:` both go by this.
 */

/** How a tag set says that one thing denies another: the relation type, and the labels that it is to lead from and to. */
export type Denial = {
  readonly type: RelationType
  readonly from: Label
  readonly to: Label
}

/**
 * The relation type `denies` where a tag set has it with a label at either end; else the first that has. `null` where none
 * has. Both lists in the order of the tag set.
 */
export function denialOf(labels: readonly Label[], types: readonly RelationType[]): Denial | null {
  const labelOf = (ids: readonly string[]): Label | undefined =>
    labels.find(({ id }) => id === ids[0])
  const complete = types.flatMap((type) => {
    const [from, to] = [labelOf(type.from), labelOf(type.to)]
    return from === undefined || to === undefined ? [] : [{ type, from, to }]
  })
  return complete.find(({ type }) => type.id === 'denies') ?? complete[0] ?? null
}

/** Who speaks in an annotation: the last of its chain, whom the others report. `null` where nobody is named. */
export function whoSpeaks(attribution: readonly string[]): string | null {
  return attribution.at(-1) ?? null
}
