/** The number of leading ranks below `length` for which `holds`; it must hold for a prefix of them and none later. */
export function countLeading(length: number, holds: (rank: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
