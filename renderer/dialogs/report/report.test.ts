import { expect, test } from 'vitest'

import { startReport, type ReportEntry } from '../../../shared/exchange/report.ts'
import { groupEntries, whereOf } from './report-groups.ts'
import { reportText } from './report-text.ts'

function entry(given: Partial<ReportEntry>): ReportEntry {
  return {
    outcome: 'refused',
    file: 'batch/a.ann',
    thing: 'annotation',
    place: 'line 3',
    id: 'T1',
    code: 'unlawful',
    reason: 'It ends after the text.',
    expected: null,
    found: null,
    ...given,
  }
}

test('entries are grouped by outcome, what was refused first, and then by reason', () => {
  const groups = groupEntries([
    entry({ outcome: 'changed', reason: 'A' }),
    entry({ reason: 'B' }),
    entry({ reason: 'C' }),
    entry({ reason: 'B', id: 'T2' }),
  ])
  expect(
    groups.map(({ outcome, count, reasons }) => [
      outcome,
      count,
      reasons.map(({ reason, entries }) => `${reason}${entries.length}`),
    ]),
  ).toEqual([
    ['refused', 3, ['B2', 'C1']],
    ['changed', 1, ['A1']],
  ])
})

test('a place is said without saying an id twice', () => {
  expect(whereOf(entry({}))).toEqual(['batch/a.ann', 'line 3', 'T1'])
  expect(whereOf(entry({ place: 'line 3, T1' }))).toEqual(['batch/a.ann', 'line 3, T1'])
  expect(whereOf(entry({ place: null, id: null }))).toEqual(['batch/a.ann'])
})

test('the text of a report has its sums, every entry and what was left alone', () => {
  const builder = startReport('import')
  builder.count('documents', 'read', 1)
  builder.count('documents', 'stored', 1)
  builder.count('annotations', 'read', 3)
  builder.count('annotations', 'stored', 1)
  builder.tell(entry({ expected: 'a\nb', found: '' }))
  builder.tell(entry({ outcome: 'review', id: 'T2', reason: 'It says something else.' }))
  expect(reportText(builder.report(), ['logo.png'])).toBe(
    [
      'Documents: 1 read, 1 stored, 0 refused',
      'Annotations: 3 read, 1 stored, 2 refused (1 of them wait for review)',
      '',
      'Refused: 1',
      'It ends after the text.',
      '  batch/a.ann, line 3, T1, expected "a\\nb", found ""',
      '',
      'Waiting for review: 1',
      'It says something else.',
      '  batch/a.ann, line 3, T2',
      '',
      'Left alone: 1',
      '  logo.png',
      '',
    ].join('\n'),
  )
})
