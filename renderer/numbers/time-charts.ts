import { mostCounted, type Counts, type CountUnit, type WorkCounts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { countOf } from '../commands/amounts.ts'
import { noPlace, type Chart, type Mark } from './chart.ts'
import { labelBar, type Reading } from './count-charts.ts'
import { isChosen, type Choice } from './count-filter.ts'
import { periodName, periodsBetween } from './periods.ts'

/** Annotations by the dates of their documents, a strip for each label. */
export function timeChart(
  { overTime }: Counts,
  { project, filter }: Reading,
  unit: CountUnit,
): Chart {
  const shown = periodsOf(
    overTime.periods.map(({ period }) => period),
    unit,
    mostCounted.periods,
  )
  const inSight = new Set(shown)
  const within = overTime.periods.filter(({ period }) => inSight.has(period))
  const earlier =
    overTime.earlier + sumOf(overTime.periods.filter(({ period }) => !inSight.has(period)))
  const labels = project.labels.filter(({ id }) => within.some(({ label }) => label === id))
  const marks = within.map(({ period, label, count }): Mark => {
    const choice: Choice = { part: 'dates', value: period }
    const { name, color } = labelBar(project, label)
    return {
      id: `${period} ${label}`,
      words: `${periodName(period)}, ${name}: ${formatNumber(count)}`,
      value: count,
      shown: formatNumber(count),
      column: period,
      row: label,
      color: color ?? null,
      choice,
      isChosen: isChosen(filter, choice),
    }
  })
  const notes = [
    ...(earlier === 0 ? [] : [`${countOf(earlier, 'annotation')} before that are not shown.`]),
    ...(overTime.undated === 0 || marks.length === 0
      ? []
      : [`${countOf(overTime.undated, 'annotation')} have a document without such a date.`]),
  ]
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    id: 'time',
    title: 'Annotations over time',
    kind: 'columns',
    summary: [
      first === undefined || last === undefined
        ? 'No document with annotations here has such a date. “About this document” takes one.'
        : `${countOf(sumOf(within), 'annotation')}, ${periodName(first)} to ${periodName(last)}.`,
      ...notes,
    ].join(' '),
    remark: 'By the date that each document bears.',
    columns: shown.map((period) => ({ id: period, name: periodName(period) })),
    rows: labels.map(({ id, name }) => ({ id, name })),
    marks,
    table: {
      head: ['Period', 'Label', 'Annotations'],
      body: within.map(({ period, label, count }) => [
        period,
        labelBar(project, label).name,
        count,
      ]),
    },
  }
}

const madeOnDays = {
  id: 'made',
  title: 'Annotations made by day',
  noun: 'annotation',
  verb: 'made',
  empty: 'Nothing was tagged by hand yet.',
} as const

const doneOnDays = {
  id: 'done',
  title: 'Documents done by day',
  noun: 'document',
  verb: 'marked done',
  empty: 'No document was marked done yet. The status above an article does so.',
} as const

/** What was done on each day: annotations made, documents done. */
export function progressCharts(work: WorkCounts): readonly Chart[] {
  return [madeOnDays, doneOnDays].map((what) => progressChart(work, what))
}

function progressChart(
  { days, earlier }: WorkCounts,
  { id, title, noun, verb, empty }: typeof madeOnDays | typeof doneOnDays,
): Chart {
  const counted = days.filter((one) => one[id] > 0)
  const shown = periodsOf(
    counted.map(({ day }) => day),
    'day',
    mostCounted.days,
  )
  const inSight = new Set(shown)
  const within = counted.filter(({ day }) => inSight.has(day))
  const marks = within.map((one): Mark => {
    const number = formatNumber(one[id])
    return {
      id: one.day,
      words: `${periodName(one.day)}: ${number}`,
      value: one[id],
      shown: number,
      column: one.day,
      row: '',
      color: null,
      choice: null,
      isChosen: false,
    }
  })
  const total = counted.reduce((sum, one) => sum + one[id], earlier[id])
  const [first] = shown
  const isCut = earlier[id] > 0 || within.length < counted.length
  return {
    id,
    title,
    kind: 'columns',
    summary:
      first === undefined
        ? empty
        : `${countOf(total, noun)} ${verb}.${isCut ? ` Shown from ${periodName(first)} on.` : ''}`,
    remark:
      'From the history; imports are left out. Of what is pressed, only annotators matter here.',
    columns: shown.map((day) => ({ id: day, name: periodName(day) })),
    rows: marks.length === 0 ? [] : noPlace,
    marks,
    table: { head: ['Day', title], body: within.map((one) => [one.day, one[id]]) },
  }
}

/** The newest periods without a gap among them. */
function periodsOf(periods: readonly string[], unit: CountUnit, limit: number): readonly string[] {
  const ordered = periods.toSorted()
  const [first, last] = [ordered[0], ordered.at(-1)]
  return first === undefined || last === undefined ? [] : periodsBetween(first, last, unit, limit)
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}
