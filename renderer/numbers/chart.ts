import type { Choice } from './count-filter.ts'

/** One bar or cell. */
export type Mark = {
  /** Unique among the marks of its chart. */
  readonly id: string
  /** What it stands for, in words, with its number: `Claim: 12 annotations`. */
  readonly words: string
  readonly value: number
  /** The number as it stands beside or in the mark. */
  readonly shown: string
  /** Where it stands: in `columns` (across) and `rows` (down) of the chart. */
  readonly column: string
  readonly row: string
  /** A CSS colour; `null` for that of the theme. */
  readonly color: string | null
  /** What a press of it filters by; `null` where it only shows. */
  readonly choice: Choice | null
  readonly isChosen: boolean
}

/** What a plot shows, and the same in words and as a table. */
export type Chart = {
  readonly id: string
  readonly title: string
  /** `bars` lie one below the other, `columns` stand in a strip for each row, `matrix` has a cell for each pair. */
  readonly kind: 'bars' | 'columns' | 'matrix'
  /** What can be seen at a glance, in a sentence or two. */
  readonly summary: string
  /** How it is counted, where that does not go without saying. */
  readonly remark: string | null
  /** In their order; the names are for reading. */
  readonly columns: readonly Place[]
  readonly rows: readonly Place[]
  /** What rows and columns are, where the title does not say so. */
  readonly axes: { readonly rows: string; readonly columns: string } | null
  readonly marks: readonly Mark[]
  readonly table: Table
}

export type Place = {
  readonly id: string
  readonly name: string
  /** How it is told along an axis, where its name is too long for that. */
  readonly tick?: Tick
}

/** A part of a name, and what it shares with its neighbours: `31 May` and `2024`. */
export type Tick = { readonly short: string; readonly era: string | null }

type Table = {
  readonly head: readonly string[]
  readonly body: readonly (readonly (string | number)[])[]
}

/** Parts of a mark that stand at one end of everything. */
export const noPlace: readonly Place[] = [{ id: '', name: '' }]
