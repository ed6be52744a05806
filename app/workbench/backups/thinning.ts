/**
 * Which of some copies go so that `keep` are left; times are ms since 1970, in any order.
 *
 * One at a time goes the copy whose neighbours are nearest to each other in age, the one half an hour old between those of
 * twenty and forty minutes sooner than the one of yesterday between this morning’s and last week’s. So those that stay
 * get further apart the older they are, each some times as old as the one after it. The newest and the oldest stay.
 */
export function surplusCopies(times: readonly number[], keep: number): readonly number[] {
  const kept = times.toSorted((one, other) => other - one)
  const surplus: number[] = []
  while (kept.length > Math.max(1, keep)) {
    const index = keep === 1 ? kept.length - 1 : mostDispensable(kept)
    surplus.push(...kept.splice(index, 1))
  }
  return surplus
}

/** Added to ages, in ms: the newest has the age 0, to which nothing has a ratio. */
const minute = 60_000

/** The index of the copy that leaves the smallest gap, as a ratio of ages; `newestFirst` has three or more. */
function mostDispensable(newestFirst: readonly number[]): number {
  const [newest = 0] = newestFirst
  const age = (index: number): number => newest - (newestFirst[index] ?? newest) + minute
  const inner = newestFirst.slice(1, -1).map((_, index) => index + 1)
  return inner.reduce((best, index) => (gap(index) < gap(best) ? index : best), 1)

  function gap(index: number): number {
    return age(index + 1) / age(index - 1)
  }
}
