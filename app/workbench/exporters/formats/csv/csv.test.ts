import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  csvRow,
  needsProtection,
  protectedCell,
  valueOfCell,
} from '../../../../../shared/exchange/csv-cells.ts'
import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import type { Dataset } from '../../../comparable-dataset.fixture.ts'
import { expectRoundTrip, filesOf, readingsOf } from '../../../exchange.fixture.ts'
import { tableFormat } from '../../../importers/formats/table/table.ts'
import { awkwardFields } from '../../xml-text.fixture.ts'
import { csvFormat } from './csv.ts'

function rowsOf(dataset: Dataset): readonly Readonly<Record<string, string>>[] {
  const content = filesOf(csvFormat, dataset).files.get('dataset.csv') ?? Buffer.alloc(0)
  return parse(content, { columns: true, record_delimiter: '\r\n' })
}

describe('a CSV export', () => {
  it('comes back by import as it was, but for what it says that it loses', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.boolean(), async (given, awkward) => {
        const dataset = awkward ? awkwardFields(given) : given
        await expectRoundTrip(csvFormat, tableFormat, dataset)
      }),
      { numRuns: 200 },
    )
  })

  it('is known again whatever characters its texts hold', async () => {
    expect.hasAssertions()
    const [dataset] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })
    const documents = (dataset?.documents ?? []).map(({ document }) => ({
      document: { ...document, text: 'He said\0no.\u0001\u0002\u0003\u007F', annotations: [] },
      relations: [],
    }))
    if (dataset === undefined) throw new Error('no sample')
    await expectRoundTrip(csvFormat, tableFormat, { ...dataset, documents, relations: [] })
  })

  it('has a row for each span, whose offsets slice the text to its quote, for any reader of CSV', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const rows = rowsOf(dataset)
        const expected = dataset.documents.flatMap(({ document }) =>
          document.annotations.flatMap(({ id, spans }) =>
            spans.map((span, index) => [id, index + 1, span.start, span.end] as const),
          ),
        )
        const found = rows.flatMap((row) =>
          row['annotation_id'] === ''
            ? []
            : [
                [
                  row['annotation_id'],
                  Number(row['fragment']),
                  Number(row['start_utf16']),
                  Number(row['end_utf16']),
                ],
              ],
        )
        expect(found).toEqual(expected)
        let text = ''
        for (const row of rows) {
          if (row['text'] !== '') text = valueOfCell(row['text'] ?? '')
          if (row['annotation_id'] === '') continue
          const quote = valueOfCell(row['quote'] ?? '')
          expect(text.slice(Number(row['start_utf16']), Number(row['end_utf16']))).toBe(quote)
          const codePoints = Array.from(text)
          expect(
            codePoints
              .slice(Number(row['start_code_point']), Number(row['end_code_point']))
              .join(''),
          ).toBe(quote)
        }
        expect(new Set(rows.map((row) => row['document_id'])).size).toBe(dataset.documents.length)
      }),
    )
  })

  it('has no cell that begins like a formula, and says how many it changed', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const { changed, refused } = filesOf(csvFormat, dataset)
        const cells = rowsOf(dataset).flatMap((row) => Object.values(row))
        expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
        const protectedCells = cells.filter((cell) => cell.startsWith("'")).length
        const told = changed.map(({ reason }) => Number(/^\d+/.exec(reason)?.[0] ?? 1))
        expect(told.reduce((sum, count) => sum + count, 0)).toBe(protectedCells)
        expect(refused).toEqual([])
      }),
    )
  })

  it('protects cells so that the value can be had back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('=1', "'=1", "''", "'", '-', '', "'x", '＝1', '\n'),
        ),
        (value) => {
          const cell = protectedCell(value)
          expect(valueOfCell(cell)).toBe(value)
          expect(cell !== value).toBe(needsProtection(value))
        },
      ),
    )
  })

  it('quotes by RFC 4180', () => {
    expect(csvRow(['a', 'b,c', 'd"e', 'f\ng', 'h\ri', ' j '])).toBe(
      'a,"b,c","d""e","f\ng","h\ri", j \r\n',
    )
  })
})

describe('a table of annotations that was worked on', () => {
  const head =
    'document_id;title;annotation_id;label;fragment;start_utf16;end_utf16;quote;speaker;attribution;attributes;text'
  const read = async (...rows: readonly string[]) =>
    readingsOf(tableFormat, new Map([['a.csv', Buffer.from([head, ...rows].join('\n'))]]))

  it('is read where its columns and what parts them are others', async () => {
    expect(
      await read(
        'd1;A;a1;claim;2;4;7;two;Kim;;;',
        'd1;A;a1;claim;1;0;3;One;Kim;;;"One two"',
        'd2;B;;;;;;;;;;"Another"',
      ),
    ).toMatchObject([
      {
        kind: 'document',
        document: {
          id: null,
          text: 'One two',
          annotations: [
            {
              key: 'a1',
              place: 'row 3',
              spans: [
                { start: 0, end: 3 },
                { start: 4, end: 7 },
              ],
              quote: 'One two',
              speakers: ['Kim'],
            },
          ],
        },
      },
      { kind: 'progress' },
      { kind: 'document', document: { text: 'Another', annotations: [] } },
    ])
  })

  it('is on documents that are there already where it has no texts', async () => {
    expect(await read('d1;A;a1;claim;1;0;3;One;;;;')).toMatchObject([
      { kind: 'annotations', annotations: { target: 'd1', annotations: [{ key: 'a1' }] } },
    ])
  })

  it('tells each annotation that cannot be read', async () => {
    expect(
      await read(
        'd1;A;a1;claim;1;0;x;One;;;;One two',
        'd1;A;a2;claim;1;0;3;One;;not JSON;{"a":{}};',
        'd1;A;a3;claim;1;0;3;One;;;;',
        'd1;A;a3;quote;2;4;7;two;;;;',
        'd1;A;a4',
      ),
    ).toMatchObject([
      {
        kind: 'document',
        document: {
          annotations: [{ key: 'a2', attributes: {}, speakers: [] }],
          refused: [{ place: 'row 6' }, { id: 'a1' }, { id: 'a3', place: 'row 4' }],
          changed: [{ id: 'a2' }],
        },
      },
    ])
  })
})
