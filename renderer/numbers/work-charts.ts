import type { WordCounts, WorkCounts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { countOf } from '../commands/amounts.ts'
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
    { id: 'any label', name: 'Any label', choice: null, ...bar(tagged) },
    ...byLabel.map(({ label, words: count }): Bar => ({
      ...labelBar(reading.project, label),
      choice: { part: 'labels', value: label },
      ...bar(count),
    })),
  ]
  return barChart({
    id: 'words',
    title: 'Words tagged',
    summary:
      words === 0
        ? 'No document fits, so there are no words.'
        : `${formatNumber(tagged)} of ${countOf(words, 'word')} are under a span: ${shareOf(tagged, words)}.`,
    remark: 'A word counts once for each label, however many spans are over it.',
    head: ['Label', 'Words tagged', 'Share of all words'],
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
        name: annotator === '' ? 'Nobody named' : annotator,
        value,
        shown: `${formatNumber(value)} an hour`,
        choice: { part: 'annotators', value: annotator },
        more: [tagged, (active / hour).toFixed(2)],
      }
    })
  return barChart({
    id: 'pace',
    title: 'Pace of annotators',
    summary:
      bars.length === 0
        ? 'Nobody has tagged for a minute yet, so there is no pace to tell.'
        : `${countOf(bars.length, 'annotator')}. ${bars.map(({ name, shown }) => `${name}: ${shown}`).join('; ')}.`,
    remark:
      'Annotations made one at a time, for each hour of active time: pauses of up to five minutes between what one person does, added up. Longer pauses are breaks.',
    head: ['Annotator', 'Annotations an hour', 'Annotations', 'Active hours'],
    bars,
    filter,
  })
}
