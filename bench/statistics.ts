/** A measure over several runs, in ms. */
export type Statistics = {
  readonly median: number
  readonly min: number
  readonly max: number
  /** The time that 95 of 100 samples stay within (nearest rank). */
  readonly p95: number
  readonly count: number
}

export function summarize(samples: readonly number[]): Statistics {
  const ascending = samples.toSorted((one, other) => one - other)
  const at = (rank: number): number => ascending[rank] ?? Number.NaN
  const middle = (ascending.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(ascending.length - 1),
    p95: at(Math.ceil(ascending.length * 0.95) - 1),
    count: ascending.length,
  }
}
