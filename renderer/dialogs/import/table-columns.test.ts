import { describe, expect, it } from 'vitest'

import type { TableColumns } from '../../../shared/contract.ts'
import { columnsFor, firstChoice, roleOf, tableKinds, withRole } from './table-columns.ts'

const none: TableColumns = {
  text: 'body',
  title: null,
  source: null,
  author: null,
  date: null,
  url: null,
  language: null,
}

function table(path: string, columns: readonly string[]) {
  return { path, columns, rows: [columns.map(() => '-')], guess: null, sure: false }
}

describe('tableKinds', () => {
  it('asks once for tables with the same columns in the same order', () => {
    const kinds = tableKinds([
      table('a', ['x', 'y']),
      table('b', ['y', 'x']),
      table('c', ['x', 'y']),
    ])
    expect(kinds.map(({ paths }) => paths)).toEqual([['a', 'c'], ['b']])
  })
})

describe('firstChoice', () => {
  it('takes the column with the most words for the text where nothing is known', () => {
    const kind = {
      columns: ['id', 'body', 'day'],
      rows: [
        ['1', 'The ferry is late.', '2026-01-01'],
        ['2', '', '2026-01-02'],
      ],
      guess: null,
      paths: ['a.csv'],
    }
    expect(firstChoice({ ...kind, rows: [['1', 'The ferry is late.', '2026-01-01']] })).toEqual(
      none,
    )
    expect(firstChoice({ ...kind, guess: { ...none, text: 'id' } }).text).toBe('id')
  })
})

describe('withRole', () => {
  it('gives a column one role at a time', () => {
    const titled = withRole(none, 'title', 'head')
    expect(titled.title).toBe('head')
    expect(withRole(titled, 'source', 'head')).toEqual({ ...none, source: 'head' })
    expect(withRole(titled, 'title', null)).toEqual(none)
  })

  it('never leaves the text without a column', () => {
    const titled = withRole(none, 'title', 'head')
    expect(withRole(titled, 'text', 'head')).toEqual({ ...none, text: 'head' })
    expect(withRole(none, 'text', null)).toEqual(none)
    expect(columnsFor('title', none, ['head', 'body'])).toEqual(['head'])
    expect(columnsFor('text', none, ['head', 'body'])).toEqual(['head', 'body'])
  })

  it('makes everything else metadata', () => {
    expect(['body', 'head'].map((column) => roleOf(none, column))).toEqual(['text', 'metadata'])
  })
})
