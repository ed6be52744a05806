import { expect, test } from 'vitest'

import type { Mark } from './chart.ts'
import { stepMark, type MarkKey } from './mark-steps.ts'

function cell(row: string, column: string, chooses = true): Mark {
  return {
    id: `${row}${column}`,
    words: '',
    value: 1,
    shown: '1',
    column,
    row,
    color: null,
    choice: chooses ? { part: 'labels', value: row } : null,
    isChosen: false,
  }
}

const places = (ids: string) => ids.split('').map((id) => ({ id, name: id }))

test('arrow keys go along rows and columns, past what is not there or does not filter', () => {
  const [a1, a2, a3, b1, c3] = [
    cell('a', '1'),
    cell('a', '2', false),
    cell('a', '3'),
    cell('b', '1'),
    cell('c', '3'),
  ] as const
  const chart = { marks: [a1, a2, a3, b1, c3], rows: places('abc'), columns: places('123') }
  const step = (from: Mark, key: MarkKey) => stepMark(chart, from, key, 'ltr')?.id ?? null
  expect(step(a1, 'ArrowRight')).toBe('a3')
  expect(step(a3, 'ArrowLeft')).toBe('a1')
  expect(step(a3, 'ArrowRight')).toBeNull()
  expect(step(a3, 'ArrowDown')).toBe('b1')
  expect(step(b1, 'ArrowDown')).toBe('c3')
  expect(step(c3, 'ArrowUp')).toBe('b1')
  expect(step(b1, 'ArrowRight')).toBeNull()
  expect([step(b1, 'Home'), step(b1, 'End')]).toEqual(['a1', 'c3'])
  expect(stepMark(chart, a1, 'ArrowLeft', 'rtl')?.id).toBe('a3')
  expect(stepMark(chart, a1, 'ArrowDown', 'rtl')?.id).toBe('b1')
})
