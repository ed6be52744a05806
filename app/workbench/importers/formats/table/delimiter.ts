export type Delimiter = ',' | ';' | '\t' | '|'

/** In order of preference where several fit as well. */
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** How many rows are looked at. */
const mostRows = 50

/**
 * What parts the cells of a table, by its beginning: the one that gives most rows the same number of cells, and of these
 * the one that gives most cells. A comma where none does.
 */
export function delimiterOf(sample: string): Delimiter {
  const fits = delimiters.map((delimiter) => ({ delimiter, ...fitOf(sample, delimiter) }))
  const best = fits.toSorted((one, other) => other.share - one.share || other.cells - one.cells)
  return best.find(({ cells }) => cells > 1)?.delimiter ?? ','
}

/** How many cells most rows have, and the share of rows, from 0 to 1, that have as many; 0 where that is one cell. */
function fitOf(sample: string, delimiter: Delimiter) {
  const counts = cellCounts(sample, delimiter)
  const frequency = new Map<number, number>()
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  const [cells, rows] = [...frequency].reduce(
    (most, each) => (each[1] > most[1] || (each[1] === most[1] && each[0] > most[0]) ? each : most),
    [1, 0],
  )
  return { cells, share: cells === 1 ? 0 : rows / counts.length }
}

/** The numbers of cells of the first rows, quoted cells kept whole. The last row may be cut off: it counts where it is the only one. */
function cellCounts(sample: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = []
  let count = 1
  let quoted = false
  let cellBegins = true
  for (let at = 0; at < sample.length && counts.length < mostRows; at += 1) {
    const character = sample[at]
    if (quoted) {
      if (character === '"') quoted = false
    } else if (character === '"' && cellBegins) quoted = true
    else if (character === '"' && sample[at - 1] === '"') quoted = true
    else if (character === delimiter) count += 1
    else if (character === '\n' || (character === '\r' && sample[at + 1] !== '\n')) {
      counts.push(count)
      count = 1
    }
    cellBegins = !quoted && (character === delimiter || character === '\n' || character === '\r')
  }
  return counts.length === 0 ? [count] : counts
}
