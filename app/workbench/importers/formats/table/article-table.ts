import type { TableColumns } from '../../../../../shared/contract.ts'
import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { articleOf } from '../../article.ts'
import type { Reading } from '../../foreign.ts'
import { isoDateOf } from '../../iso-date.ts'
import type { Table } from './table-rows.ts'

/** A document for each row; columns that are not named become metadata. Rows without a text are refused. */
export async function* readArticleTable(
  table: Table,
  columns: TableColumns,
): AsyncGenerator<Reading> {
  const named = new Set(Object.values(columns))
  const told = new Set<string>()
  for await (const row of table.rows()) {
    const { place, end } = row
    if ('refusal' in row) yield { kind: 'refused', remark: row.refusal }
    else {
      for (const [name, value] of row.cells) {
        if (named.has(name) || told.has(name) || !offsets.test(value)) continue
        told.add(name)
        yield { kind: 'changed', remark: withOffsets(place, name) }
      }
      const cell = (name: string | null) => (name === null ? null : (row.cells.get(name) ?? null))
      const text = cell(columns.text) ?? ''
      const date = cell(columns.date)
      if (text.trim() === '') yield { kind: 'refused', remark: withoutText(place, columns.text) }
      else {
        yield articleOf({
          place,
          text,
          decoding: table.decoding,
          metadata: {
            title: cell(columns.title),
            source: cell(columns.source),
            author: cell(columns.author),
            date: date === null ? null : (isoDateOf(date) ?? date),
            url: cell(columns.url),
            language: cell(columns.language),
            other: Object.fromEntries([...row.cells].filter(([name]) => !named.has(name))),
          },
        })
      }
    }
    yield { kind: 'progress', bytes: end }
  }
}

/** A list of `[start, end, label]`, or of objects with a start. */
const offsets =
  /^\[\s*(?:\[\s*\d+\s*,\s*\d+\s*[,\]]|\{[^{}]{0,400}"(?:start|start_offset|begin)"\s*:\s*\d)/

function withOffsets(place: string, column: string): Remark {
  return {
    thing: 'other',
    place,
    id: null,
    code: 'notHeld',
    reason: t('remarks:table.looksAnnotated', { column }),
    expected: null,
    found: null,
  }
}

function withoutText(place: string, column: string): Remark {
  return {
    thing: 'document',
    place,
    id: null,
    code: 'empty',
    reason: t('remarks:table.noText', { column }),
    expected: null,
    found: null,
  }
}
