import type { Annotation } from '../../shared/model/annotation.ts'

/** Where somebody who follows relations from annotation to annotation has been. */
export type RelationTrail = {
  /** The annotation that was left. */
  readonly origin: Annotation
  /** The other ends of its relations, in the order in which they are gone to. */
  readonly ends: readonly Annotation[]
  /** Which of them was gone to last. */
  readonly place: number
  /** How `origin` was reached; `null` where not by a relation. */
  readonly before: RelationTrail | null
}

/**
 * The next step from the annotation that is current: on to the next end of the annotation that was left, where that has several,
 * and otherwise to the first end of the current one. `null` where there is nowhere to go.
 */
export function stepTrail(
  trail: RelationTrail | null,
  current: Annotation,
  ends: readonly Annotation[],
): RelationTrail | null {
  const isOnTrail = trail?.ends[trail.place]?.id === current.id
  if (isOnTrail && trail.ends.length > 1) {
    return { ...trail, place: (trail.place + 1) % trail.ends.length }
  }
  if (ends.length === 0) return null
  return { origin: current, ends, place: 0, before: isOnTrail ? trail : null }
}
