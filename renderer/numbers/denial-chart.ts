import type { Counts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import type { Chart, Mark, Place } from './chart.ts'
import { speakerName, type Reading } from './count-charts.ts'
import { isChosen, type Choice } from './count-filter.ts'

/** Who denies whom: a row for each who denies, a column for each who is denied. `null` where no relation type says so. */
export function denialChart({ denials }: Counts, { project, filter }: Reading): Chart | null {
  if (denials === null) return null
  const nobody: Place = { id: 'nobody', name: t('numbers:chart.nobodyNamed') }
  const placeOf = (id: string | null): Place =>
    id === null ? nobody : { id, name: speakerName(project, id) }
  const rows = placesOf(denials.cells.map((cell) => ({ place: placeOf(cell.from), ...cell })))
  const columns = placesOf(denials.cells.map((cell) => ({ place: placeOf(cell.to), ...cell })))
  const marks = denials.cells.map(({ from, to, count }): Mark => {
    const choice: Choice | null =
      from === null || to === null ? null : { part: 'denials', value: { from, to } }
    const [row, column] = [placeOf(from), placeOf(to)]
    return {
      id: `${row.id} ${column.id}`,
      words: t('numbers:denials.pair', { from: row.name, to: column.name, number: count }),
      value: count,
      shown: formatNumber(count),
      column: column.id,
      row: row.id,
      color: null,
      choice,
      isChosen: choice !== null && isChosen(filter, choice),
    }
  })
  const [most] = marks
  const all = denials.others + marks.reduce((sum, { value }) => sum + value, 0)
  return {
    id: 'denials',
    title: t('numbers:denials.title'),
    kind: 'matrix',
    summary:
      most === undefined
        ? t('numbers:denials.none')
        : [
            t('numbers:denials.all', { count: all }),
            t('numbers:denials.most', { pair: most.words }),
            ...(denials.others === 0
              ? []
              : [t('numbers:denials.others', { count: denials.others })]),
          ].join(' '),
    remark: t('numbers:denials.remark'),
    columns,
    rows,
    axes: { rows: t('numbers:denials.head.from'), columns: t('numbers:denials.head.to') },
    marks,
    table: {
      head: [
        t('numbers:denials.head.from'),
        t('numbers:denials.head.to'),
        t('numbers:denials.head.denials'),
      ],
      body: denials.cells.map(({ from, to, count }) => [
        placeOf(from).name,
        placeOf(to).name,
        count,
      ]),
    },
  }
}

/** Each place once, those with the most first. */
function placesOf(
  cells: readonly { readonly place: Place; readonly count: number }[],
): readonly Place[] {
  const byId = Map.groupBy(cells, ({ place }) => place.id)
  return Array.from(byId.values(), (some) => ({
    places: some.slice(0, 1).map(({ place }) => place),
    count: some.reduce((sum, { count }) => sum + count, 0),
  }))
    .toSorted((one, other) => other.count - one.count)
    .flatMap(({ places }) => places)
}
