/** Things by their rank, in sets that only ever grow together. */
export type DisjointSets = {
  /** The rank that stands for the set of a thing. */
  readonly find: (rank: number) => number
  readonly join: (one: number, other: number) => void
}

/** Each of `size` things in a set of its own. */
export function createDisjointSets(size: number): DisjointSets {
  const parents = Uint32Array.from({ length: size }, (_, rank) => rank)
  function find(rank: number): number {
    let root = rank
    while (parents[root] !== root) {
      // Halves the way for those who come after.
      parents[root] = parents[parents[root] ?? root] ?? root
      root = parents[root] ?? root
    }
    return root
  }
  return {
    find,
    join: (one, other) => {
      const [first, second] = [find(one), find(other)]
      parents[Math.max(first, second)] = Math.min(first, second)
    },
  }
}
