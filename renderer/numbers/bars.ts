import type { CountFilter } from '../../shared/contract.ts'
import { formatNumber, formatPercent } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { noPlace, type Chart, type Mark } from './chart.ts'
import { isChosen, type Choice } from './count-filter.ts'

/** A bar to be. */
export type Bar = {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly color?: string
  readonly choice: Choice | null
  /** Stands in place of the plain number. */
  readonly shown?: string
  /** Further columns of the table. */
  readonly more?: readonly (string | number)[]
}

/** Bars one below the other, with their table. */
export function barChart(
  about: Pick<Chart, 'id' | 'title' | 'summary' | 'remark'> & {
    /** Head of the table: what a bar stands for, its number, and further columns. */
    readonly head: readonly string[]
    readonly bars: readonly Bar[]
    /** What has no bar, because it is of another kind and would dwarf them: rows of the table alone. */
    readonly besides?: readonly Pick<Bar, 'name' | 'value' | 'more'>[]
    readonly filter: CountFilter
  },
): Chart {
  const { head, bars, besides = [], filter, ...rest } = about
  const marks = bars.map(({ id, name, value, color, choice, shown }): Mark => {
    const number = shown ?? formatNumber(value)
    return {
      id,
      words: t('numbers:chart.mark', { name, number }),
      value,
      shown: number,
      column: '',
      row: id,
      color: color ?? null,
      choice,
      isChosen: choice !== null && isChosen(filter, choice),
    }
  })
  return {
    ...rest,
    kind: 'bars',
    columns: noPlace,
    rows: bars.map(({ id, name }) => ({ id, name })),
    axes: null,
    marks,
    table: {
      head,
      body: [...bars, ...besides].map(({ name, value, more = [] }) => [name, value, ...more]),
    },
  }
}

/** A share in per cent: `12%`, `0.4%`, `99.8%`. What is not quite nothing or everything is never told as that. */
export function shareOf(part: number, whole: number): string {
  if (part === 0 || part >= whole) return formatPercent(part === 0 ? 0 : 1)
  const share = Math.min(Math.max(part / whole, 0.001), 0.999)
  return formatPercent(share, share < 0.1 || share > 0.99 ? 1 : 0)
}
