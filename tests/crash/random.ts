/** Numbers from 0 up to but not including `limit`, whole, the same for the same seed. */
export type Random = (limit: number) => number

/** A linear congruential generator: to choose what a test does, for nothing else. Constants of Numerical Recipes. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
