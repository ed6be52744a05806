import { afterEach, expect, test } from 'vitest'

import {
  formatAll,
  formatAny,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatRelativeTime,
  formatTime,
} from './format.ts'
import { setLanguage } from './translate.ts'

afterEach(() => setLanguage('en'))

// Local times: what a day is depends on where the reader is. Which spaces do not break differs between versions of ICU.
const time = new Date(2026, 10, 12, 15, 4)

const all = (): readonly string[] =>
  [
    formatNumber(12_345.5),
    formatPercent(0.125, 1),
    formatDate(time),
    formatTime(time),
    formatDateTime(time.getTime()),
    formatRelativeTime(-1, 'day'),
    formatAll(['a', 'b', 'c']),
    formatAny(['a', 'b']),
  ].map((text) => text.replace(/\s/gu, ' '))

test('English', () => {
  expect(all()).toEqual([
    '12,345.5',
    '12.5%',
    '12 Nov 2026',
    '15:04',
    '12 Nov 2026, 15:04',
    'yesterday',
    'a, b and c',
    'a or b',
  ])
})

test('Russian', async () => {
  await setLanguage('ru')
  expect(all()).toEqual([
    '12 345,5',
    '12,5 %',
    '12 нояб. 2026 г.',
    '15:04',
    '12 нояб. 2026 г., 15:04',
    'вчера',
    'a, b и c',
    'a или b',
  ])
})

test('Arabic has European digits', async () => {
  await setLanguage('ar')
  expect(formatNumber(12_345)).toBe('12,345')
  expect(formatDate(time)).toMatch(/12\D+11\D+2026/u)
  expect(formatRelativeTime(-1, 'day')).toBe('أمس')
})
