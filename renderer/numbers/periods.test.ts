import { expect, test } from 'vitest'

import { periodName, periodsBetween, periodTick } from './periods.ts'

test('periods follow each other without a gap, up to the newest', () => {
  expect(periodsBetween('2023-11', '2024-02', 'month', 9)).toEqual([
    '2023-11',
    '2023-12',
    '2024-01',
    '2024-02',
  ])
  expect(periodsBetween('2024-02-27', '2024-03-01', 'day', 3)).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ])
  expect(periodsBetween('0098', '0101', 'year', 9)).toEqual(['0098', '0099', '0100', '0101'])
  expect(periodsBetween('2024', '2024', 'year', 9)).toEqual(['2024'])
})

test('periods are named as people write them', () => {
  expect(['2024', '2024-05', '2024-05-31'].map(periodName)).toEqual([
    '2024',
    'May 2024',
    '31 May 2024',
  ])
  expect(periodName('2024-13')).toBe('2024-13')
})

test('along an axis the year stands apart', () => {
  expect(['2024', '2024-05', '2024-05-31', '2024-13'].map(periodTick)).toEqual([
    { short: '2024', era: null },
    { short: 'May', era: '2024' },
    { short: '31 May', era: '2024' },
    { short: '2024-13', era: null },
  ])
})
