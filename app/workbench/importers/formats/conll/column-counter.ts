import { gatherEvidence, tagOf, type Scheme, type SchemeEvidence } from './tags.ts'

/** What the cells of a column have in common. */
type ColumnFacts = {
  /** `outside` has no tag but `O`. */
  readonly kind: 'tags' | 'outside' | 'other'
  readonly scheme: Scheme
}

export type CountedColumns = {
  readonly tabs: boolean
  /** 0 where there were no lines but blank ones. */
  readonly width: number
  /** Whether the first column has running numbers. */
  readonly numbered: boolean
  /** As many as most lines have. */
  readonly columns: readonly ColumnFacts[]
}

export type ColumnCounter = {
  readonly add: (line: string) => void
  readonly result: () => CountedColumns
}

/** More columns than any format of the kind has. */
const mostColumns = 64

/** A column holds tags where at least this share of its cells are some: files have misprints. */
const enough = 0.9

type Column = {
  cells: number
  /** Tags with a type, such as `B-Person`. */
  typed: number
  /** Letters alone, such as `B`. */
  bare: number
  outside: number
  numbers: number
  readonly evidence: SchemeEvidence
}

/** The cells of a line. Where no tabs part them, spaces do, any number of them. */
export function cellsOf(line: string, tabs: boolean): readonly string[] {
  return tabs ? line.split('\t') : line.split(' ').filter((cell) => cell !== '')
}

/** Looks at what is in each column. `sample` shows what parts them, and counts as well. */
export function countColumns(sample: readonly string[]): ColumnCounter {
  const filled = sample.filter((line) => line.trim() !== '')
  const tabs = filled.filter((line) => line.includes('\t')).length * 2 > filled.length
  const widths = new Map<number, number>()
  const columns: Column[] = []

  function columnAt(index: number): Column {
    const known = columns[index]
    if (known !== undefined) return known
    const evidence = gatherEvidence()
    const column = { cells: 0, typed: 0, bare: 0, outside: 0, numbers: 0, evidence }
    columns[index] = column
    return column
  }

  function add(line: string): void {
    if (line.trim() === '') {
      for (const { evidence } of columns) evidence.add(null)
      return
    }
    const cells = cellsOf(line, tabs).slice(0, mostColumns)
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    for (const [index, cell] of cells.entries()) {
      const column = columnAt(index)
      const tag = tagOf(cell)
      column.cells += 1
      if (tag === null) column.outside += 1
      else if (tag?.type === '') column.bare += 1
      else if (tag !== undefined) column.typed += 1
      if (/^[0-9]+(?:[-.][0-9]+)?$/.test(cell)) column.numbers += 1
      column.evidence.add(tag ?? null)
    }
  }

  for (const line of sample) add(line)
  return {
    add,
    result: () => {
      const [most] = [...widths].toSorted(([, one], [, other]) => other - one)
      const width = most?.[0] ?? 0
      const [first] = columns
      return {
        tabs,
        width,
        numbered: width > 2 && first !== undefined && first.numbers === first.cells,
        columns: columns
          .slice(0, width)
          .map((column) => ({ kind: kindOf(column), scheme: column.evidence.scheme() })),
      }
    },
  }
}

/** Letters alone are sizes and grades as well: they are tags only where some words have none. */
function kindOf({ cells, typed, bare, outside }: Column): ColumnFacts['kind'] {
  if (outside === cells) return 'outside'
  const isTags = typed > 0 || (bare > 0 && outside > 0)
  return isTags && typed + bare + outside >= cells * enough ? 'tags' : 'other'
}
