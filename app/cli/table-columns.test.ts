import { describe, expect, it } from 'vitest'

import type { TableColumns, TableHead } from '../../shared/contract.ts'
import { chooseColumns, columnsOf } from './table-columns.ts'

const body = columnsOf([['text', 'body']])
const lead: TableColumns = { ...(body ?? expect.fail()), text: 'lead' }
const head = (columns: readonly string[], sure = false): TableHead => ({
  columns,
  rows: [],
  guess: sure ? lead : null,
  sure,
})

describe('chooseColumns', () => {
  it('refuses a name that no table has, and says which there are', () => {
    const tables = [{ path: 'a.csv', table: head(['lead', 'body']) }]
    expect(() => chooseColumns(tables, columnsOf([['text', 'bdoy']]), [])).toThrow(
      'No table has a column “bdoy”. The columns are “lead”, “body”.',
    )
    expect(chooseColumns([], columnsOf([['text', 'bdoy']]), []).columns).toEqual(new Map())
  })

  it('takes what was named, remembers it, and goes by it where nothing is named', () => {
    const tables = [{ path: 'a.csv', table: head(['lead', 'body'], true) }]
    expect(chooseColumns(tables, null, []).columns.get('a.csv')).toEqual(lead)
    const first = chooseColumns(tables, body, [])
    expect(first.columns.get('a.csv')).toEqual(body)
    const again = chooseColumns(tables, null, first.remembered)
    expect(again.columns.get('a.csv')).toEqual(body)
    expect(again.notes).toEqual(['a.csv: Its text is in “body”, as was said last time.'])
  })

  it('says for which of several tables a name does not go', () => {
    const tables = [
      { path: 'a.csv', table: head(['body']) },
      { path: 'b.csv', table: head(['lead', 'x'], true) },
    ]
    const { columns, notes } = chooseColumns(tables, body, [])
    expect([...columns]).toEqual([
      ['a.csv', body],
      ['b.csv', lead],
    ])
    expect(notes).toEqual(['b.csv: It has no column “body”, so --column does not go for it.'])
  })
})
