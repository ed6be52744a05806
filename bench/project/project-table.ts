import {
  factsOf,
  projectMeasures,
  type ProjectMeasure,
  type ProjectResult,
} from './project-measures.ts'

const measures = Object.keys(projectMeasures).filter((key): key is ProjectMeasure =>
  Object.hasOwn(projectMeasures, key),
)

/**
 * By what power of the number of documents a measure grows: the slope of the straight line through its medians, both as
 * logarithms, by least squares. `null` where there are less than two sizes.
 */
function exponentOf(
  points: readonly { readonly documents: number; readonly median: number }[],
): number | null {
  const logs = points.map(
    ({ documents, median }) => [Math.log(documents), Math.log(median)] as const,
  )
  if (logs.length < 2) return null
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const both = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return both / spread
}

/** All that was measured in projects, for reading: for each measure a line for each size, then how it grows and what was promised. */
export function projectTable(results: readonly ProjectResult[]): string {
  return measures.flatMap((measure) => linesOf(measure, results)).join('\n')
}

function linesOf(measure: ProjectMeasure, results: readonly ProjectResult[]): readonly string[] {
  const { name, unit } = factsOf(measure)
  const all = results.filter((result) => result.measure === measure)
  const own = all.filter(({ subject }) => subject === 'Verbatim')
  if (own.length === 0) return []
  const lines = own.map((result) => {
    const { documents, median, min, max, p95, count } = result
    const peers = all.filter((peer) => peer.documents === documents && peer.subject !== 'Verbatim')
    const ratios = peers.map(
      (peer) =>
        `, ${(median / peer.median).toFixed(1)} × ${peer.subject} (${shown(peer.median)}, within ${shown(peer.p95)})`,
    )
    const spread =
      count === 1 ? '' : ` (${shown(min)}–${shown(max)}, 95 of 100 within ${shown(p95)})`
    return `  ${documents.toLocaleString('en').padStart(6)} documents: ${shown(median)} ${unit}${spread}${ratios.join('')}`
  })
  return [name, ...lines, ...verdictsOf(measure, own)]
}

function verdictsOf(measure: ProjectMeasure, own: readonly ProjectResult[]): readonly string[] {
  const { unit, below, growth } = factsOf(measure)
  const exponent = exponentOf(own)
  const largest = own.toSorted((one, other) => one.documents - other.documents).at(-1)
  const verdicts: string[] = []
  if (exponent !== null) {
    const promise =
      growth === undefined ? '' : `, ${exponent <= growth ? 'within' : 'NOT within'} ${growth}`
    verdicts.push(`  grows by the power of ${exponent.toFixed(2)}${promise}`)
  }
  if (below !== undefined && largest !== undefined) {
    const [statistic, limit] = below
    const met = largest[statistic] < limit
    verdicts.push(`  ${met ? 'Reached' : 'NOT reached'}: ${statistic} below ${limit} ${unit}`)
  }
  return verdicts
}

function shown(number: number): string {
  return number.toFixed(number < 10 ? 1 : 0)
}
