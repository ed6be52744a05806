import { graphemesOf } from './grapheme.ts'

/** A stretch of two texts side by side: the same in both, or not. One side of a difference may be empty. */
export type DifferencePiece = {
  readonly isSame: boolean
  readonly expected: string
  readonly found: string
}

type Run = {
  readonly isSame: boolean
  readonly expected: readonly string[]
  readonly found: readonly string[]
}

/** Above so many pairs of graphemes what lies between the common beginning and end is one difference. */
const mostPairs = 250_000

/** What two differing stretches have in common by chance: fewer graphemes than this tell nobody anything. */
const fewest = 3

/** Where two texts differ, by whole graphemes. The sides of the pieces, joined, are the two texts. */
export function differenceOf(expected: string, found: string): readonly DifferencePiece[] {
  const one = graphemesOf(expected)
  const other = graphemesOf(found)
  const start = commonLength(one, other)
  const [oneRest, otherRest] = [one.slice(start), other.slice(start)]
  const end = commonLength(oneRest.toReversed(), otherRest.toReversed())
  const [oneEnd, otherEnd] = [oneRest.length - end, otherRest.length - end]
  const between = align(oneRest.slice(0, oneEnd), otherRest.slice(0, otherEnd)).map((run) =>
    run.expected.length < fewest ? { ...run, isSame: false } : run,
  )
  return joined([same(one.slice(0, start)), ...joined(between), same(oneRest.slice(oneEnd))])
    .filter((run) => run.expected.length + run.found.length > 0)
    .map((run) => ({
      ...run,
      expected: run.expected.join(''),
      found: run.found.join(''),
    }))
}

function same(graphemes: readonly string[]): Run {
  return { isSame: true, expected: graphemes, found: graphemes }
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((grapheme, place) => grapheme !== other[place])
  return first === -1 ? one.length : first
}

/** Along a longest common subsequence. */
function align(one: readonly string[], other: readonly string[]): readonly Run[] {
  if (one.length * other.length > mostPairs) return [{ isSame: false, expected: one, found: other }]
  const common = commonLengths(one, other)
  const steps: Run[] = []
  let [row, column] = [0, 0]
  while (row < one.length || column < other.length) {
    const [expected, found] = [one.slice(row, row + 1), other.slice(column, column + 1)]
    if (expected[0] === found[0]) {
      steps.push(same(expected))
      row += 1
      column += 1
    } else if (found.length === 0 || common(row + 1, column) >= common(row, column + 1)) {
      steps.push({ isSame: false, expected, found: [] })
      row += 1
    } else {
      steps.push({ isSame: false, expected: [], found })
      column += 1
    }
  }
  return joined(steps)
}

/** How many graphemes two texts have in common, in order, from a place in each to their ends; -1 beyond an end. */
function commonLengths(
  one: readonly string[],
  other: readonly string[],
): (row: number, column: number) => number {
  const width = other.length + 1
  const table = new Uint16Array((one.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      table[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  return (row, column) => (row > one.length || column > other.length ? -1 : at(row, column))
}

/** Neighbours of one kind as one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: { isSame: boolean; expected: string[]; found: string[] }[] = []
  for (const { isSame, expected, found } of runs) {
    const last = result.at(-1)
    if (last?.isSame !== isSame) {
      result.push({ isSame, expected: [...expected], found: [...found] })
    } else {
      for (const grapheme of expected) last.expected.push(grapheme)
      for (const grapheme of found) last.found.push(grapheme)
    }
  }
  return result
}
