/** What an arc joins: from the first to the second of its ends, in UTF-16 code units of the stored text. */
export type Stretch = { readonly id: string; readonly start: number; readonly end: number }

/**
 * A lane for each arc by its id, 0 nearest to the text, so that arcs nest: one that shares a place with a shorter one
 * runs outside of it, and no two that share a place share a lane.
 */
export function assignArcLanes(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const shortestFirst = stretches.toSorted(
    (one, other) =>
      one.end - one.start - (other.end - other.start) ||
      one.start - other.start ||
      (one.id < other.id ? -1 : 1),
  )
  const lanes = new Map<string, number>()
  const placed: { readonly start: number; readonly end: number; readonly lane: number }[] = []
  for (const { id, start, end } of shortestFirst) {
    let lane = 0
    for (const inner of placed) {
      if (inner.start <= end && start <= inner.end) lane = Math.max(lane, inner.lane + 1)
    }
    placed.push({ start, end, lane })
    lanes.set(id, lane)
  }
  return lanes
}
