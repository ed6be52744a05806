import type { Annotation } from '../../shared/model/annotation.ts'

/** One stretch to paint: a span of an annotation in the lane that keeps it apart from what it overlaps. */
export type Piece = {
  readonly annotation: Annotation
  /** UTF-16 code units of the stored text. */
  readonly start: number
  readonly end: number
  /** 0 is the lane nearest to the text. */
  readonly lane: number
}

/**
 * Gives every annotation the lowest lane in which nothing overlaps it, so that no two that share a character share a
 * lane. Annotations come in reading order, what encloses first: adding one inside another leaves the outer one's
 * lane as it was. All spans of a discontinuous annotation share its lane.
 */
export function assignLanes(annotations: readonly Annotation[]): readonly Piece[] {
  const laneEnds: number[] = []
  return annotations.flatMap((annotation) => {
    const start = annotation.spans[0]?.start ?? 0
    const end = annotation.spans.at(-1)?.end ?? start
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = end
    return annotation.spans.map((span) => ({ annotation, start: span.start, end: span.end, lane }))
  })
}
