import { mostCounted, type Counts, type CountUnit, type WorkCounts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { noPlace, type Chart, type Mark, type Place } from './chart.ts'
import { labelBar, type Reading } from './count-charts.ts'
import { isChosen, type Choice } from './count-filter.ts'
import { periodName, periodsBetween, periodTick } from './periods.ts'

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
      words: t('numbers:time.mark', { period: periodName(period), label: name, number: count }),
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
    ...(earlier === 0 ? [] : [t('numbers:time.earlier', { count: earlier })]),
    ...(overTime.undated === 0 || marks.length === 0
      ? []
      : [t('numbers:time.undated', { count: overTime.undated })]),
  ]
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    id: 'time',
    title: t('numbers:time.title'),
    kind: 'columns',
    summary: [
      first === undefined || last === undefined
        ? t('numbers:time.none')
        : t('numbers:time.all', {
            count: sumOf(within),
            first: periodName(first),
            last: periodName(last),
          }),
      ...notes,
    ].join(' '),
    remark: t('numbers:time.remark'),
    columns: shown.map(columnOf),
    rows: labels.map(({ id, name }) => ({ id, name })),
    axes: null,
    marks,
    table: {
      head: [
        t('numbers:chart.head.period'),
        t('numbers:chart.head.label'),
        t('numbers:chart.head.annotations'),
      ],
      body: within.map(({ period, label, count }) => [
        period,
        labelBar(project, label).name,
        count,
      ]),
    },
  }
}

/** What was done on each day: annotations made, documents done. */
export function progressCharts(work: WorkCounts): readonly Chart[] {
  return [progressChart(work, 'made'), progressChart(work, 'done')]
}

function progressChart({ days, earlier }: WorkCounts, id: 'made' | 'done'): Chart {
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
      words: t('numbers:chart.mark', { name: periodName(one.day), number }),
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
  const title = t(`numbers:progress.${id}.title`)
  return {
    id,
    title,
    kind: 'columns',
    summary:
      first === undefined
        ? t(`numbers:progress.${id}.none`)
        : [
            t(`numbers:progress.${id}.all`, { count: total }),
            ...(isCut ? [t('numbers:progress.from', { day: periodName(first) })] : []),
          ].join(' '),
    remark: t('numbers:progress.remark'),
    columns: shown.map(columnOf),
    rows: marks.length === 0 ? [] : noPlace,
    axes: null,
    marks,
    table: {
      head: [t('numbers:chart.head.day'), title],
      body: within.map((one) => [one.day, one[id]]),
    },
  }
}

function columnOf(period: string): Place {
  return { id: period, name: periodName(period), tick: periodTick(period) }
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
