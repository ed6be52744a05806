import type { Counts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { countOf } from '../commands/amounts.ts'
import type { Chart, Mark, Place } from './chart.ts'
import { speakerName, type Reading } from './count-charts.ts'
import { isChosen, type Choice } from './count-filter.ts'

const nobody: Place = { id: 'nobody', name: 'Nobody named' }

/** Who denies whom: a row for each who denies, a column for each who is denied. `null` where no relation type says so. */
export function denialChart({ denials }: Counts, { project, filter }: Reading): Chart | null {
  if (denials === null) return null
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
      words: `${row.name} denies ${column.name}: ${formatNumber(count)}`,
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
  const left =
    denials.others === 0
      ? ''
      : ` ${countOf(denials.others, 'denial')} between others are not shown.`
  return {
    id: 'denials',
    title: 'Who denies whom',
    kind: 'matrix',
    summary:
      most === undefined
        ? 'No denial here is related to what it denies.'
        : `${countOf(all, 'denial')}. Most often: ${most.words}.${left}`,
    remark:
      'Rows deny what columns said. Of a chain of speakers the one who spoke counts; of what is pressed, either side may fit.',
    columns,
    rows,
    marks,
    table: {
      head: ['Who denies', 'Who is denied', 'Denials'],
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
    place: some[0]?.place ?? nobody,
    count: some.reduce((sum, { count }) => sum + count, 0),
  }))
    .toSorted((one, other) => other.count - one.count)
    .map(({ place }) => place)
}
