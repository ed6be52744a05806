import type { WordCounts, WorkCounts } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { barChart, shareOf, type Bar } from './bars.ts'
import type { Chart } from './chart.ts'
import { labelBar, type Reading } from './count-charts.ts'

/** Least active time that a pace can be told from, in ms. */
const leastActive = 60_000
const hour = 3_600_000

/** Words under a span. */
export function wordChart({ words, tagged, byLabel }: WordCounts, reading: Reading): Chart {
  const bar = (count: number): Pick<Bar, 'value' | 'shown' | 'more'> => ({
    value: count,
    shown: shareOf(count, words),
    more: [shareOf(count, words)],
  })
  const bars: readonly Bar[] = [
    { id: 'any label', name: t('numbers:words.anyLabel'), choice: null, ...bar(tagged) },
    ...byLabel.map(({ label, words: count }): Bar => ({
      ...labelBar(reading.project, label),
      choice: { part: 'labels', value: label },
      ...bar(count),
    })),
  ]
  return barChart({
    id: 'words',
    title: t('numbers:words.title'),
    summary:
      words === 0
        ? t('numbers:words.none')
        : t('numbers:words.all', { tagged, count: words, share: shareOf(tagged, words) }),
    remark: t('numbers:words.remark'),
    head: [
      t('numbers:chart.head.label'),
      t('numbers:words.head.tagged'),
      t('numbers:words.head.share'),
    ],
    bars: tagged === 0 ? [] : bars,
    filter: reading.filter,
  })
}

/** Annotations for each hour of work, for each annotator. */
export function paceChart({ pace }: WorkCounts, { filter }: Pick<Reading, 'filter'>): Chart {
  const bars = pace
    .filter(({ active }) => active >= leastActive)
    .map(({ annotator, tagged, active }): Bar => {
      const value = Math.round(tagged / (active / hour))
      return {
        id: `annotator ${annotator}`,
        name: annotator === '' ? t('numbers:pace.nobody') : annotator,
        value,
        shown: t('numbers:pace.anHour', { number: value }),
        choice: { part: 'annotators', value: annotator },
        more: [tagged, Math.round((active / hour) * 100) / 100],
      }
    })
  return barChart({
    id: 'pace',
    title: t('numbers:pace.title'),
    summary:
      bars.length === 0
        ? t('numbers:pace.none')
        : [
            t('numbers:pace.all', { count: bars.length }),
            ...bars.map(({ name, shown = '' }) => t('numbers:chart.told', { name, number: shown })),
          ].join(' '),
    remark: t('numbers:pace.remark'),
    head: [
      t('numbers:chart.head.annotator'),
      t('numbers:pace.head.anHour'),
      t('numbers:chart.head.annotations'),
      t('numbers:pace.head.active'),
    ],
    bars,
    filter,
  })
}
