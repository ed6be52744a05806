import { measures, subjects, type Measure, type Ratio, type Reach, type Result } from './results.ts'
import { scaleName, type Scale } from './scale.ts'

/** All that was measured, for reading: a block of rows for each measure, a column for each scale. */
export function tableOf(
  scales: readonly Scale[],
  results: readonly Result[],
  ratios: readonly Ratio[],
  reaches: readonly Reach[],
): string {
  const blocks = measures.flatMap((measure) => blockOf(measure, scales, results, ratios))
  const verdicts = reaches.map(
    ({ name, seen, met }) => `${met ? 'Reached' : 'Not reached'}: ${name} (${seen}).`,
  )
  return [...align([headingOf(scales), ...blocks]), '', ...verdicts].join('\n')
}

type Row = readonly string[]

function headingOf(scales: readonly Scale[]): Row {
  return ['Milliseconds: median (fastest–95 of 100)', ...scales.map(scaleName)]
}

function blockOf(
  measure: Measure,
  scales: readonly Scale[],
  results: readonly Result[],
  ratios: readonly Ratio[],
): readonly Row[] {
  const times = results.filter((result) => result.measure === measure)
  const multiples = ratios.filter((ratio) => ratio.measure === measure)
  if (times.length === 0) return []
  return [
    [],
    [measure],
    ...subjects
      .filter((name) => times.some(({ subject }) => subject === name))
      .map((name) =>
        rowOf(
          name,
          scales,
          times.filter(({ subject }) => subject === name),
          ({ median, min, p95 }) => `${median.toFixed(1)} (${min.toFixed(0)}–${p95.toFixed(0)})`,
        ),
      ),
    ...subjects
      .filter((name) => multiples.some(({ peer }) => peer === name))
      .map((name) =>
        rowOf(
          `Verbatim ÷ ${name}`,
          scales,
          multiples.filter(({ peer }) => peer === name),
          ({ ratio }) => ratio.toFixed(2),
        ),
      ),
  ]
}

function rowOf<Cell extends { readonly scale: Scale }>(
  name: string,
  scales: readonly Scale[],
  cells: readonly Cell[],
  show: (cell: Cell) => string,
): Row {
  const shown = scales.map(({ words }) => {
    const cell = cells.find(({ scale }) => scale.words === words)
    return cell === undefined ? '' : show(cell)
  })
  return [`  ${name}`, ...shown]
}

function align(rows: readonly Row[]): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width + 2)
      })
      .join('')
      .trimEnd(),
  )
}
