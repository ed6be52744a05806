import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { SourceFile } from '../../import-format.ts'
import { beginningOf } from '../../reading/source-file.ts'
import { Refusal } from '../../refusal.ts'
import { columnNames, hasHead } from './column-names.ts'
import { delimiterOf, type Delimiter } from './delimiter.ts'
import { isOwnTable } from './own-table.ts'
import type { Row, Table } from './table-rows.ts'
import { textChunks, type TextChunks } from './text-chunks.ts'

/** How much of a table is looked at to find out what parts its cells, in UTF-16 code units. */
const sampleLength = 64 * 1024

/** Longest row, in bytes: a document at its limit, and more. */
const maxRowBytes = 64 * 1024 * 1024

/** Most columns of a table. */
const maxColumns = 5000

/** A table of cells parted by commas, semicolons, tabs or bars (RFC 4180 as far as it goes), read row by row. */
export async function csvRows(file: SourceFile): Promise<Table> {
  const text = await textChunks(file, { zeros: isOwnTable(await beginningOf(file, 2000)) })
  const delimiter = delimiterOf(await sampleOf(text))
  const first = await firstRecord(text, delimiter)
  const headed = hasHead(first.cells)
  const { columns, changed } = columnNames(first.cells, headed)
  return {
    columns,
    decoding: text.decoding,
    changed,
    rows: async function* () {
      for await (const { cells, number, end } of recordsOf(text, delimiter)) {
        if ((headed && number === first.number) || isBlank(cells)) continue
        yield rowOf(cells, columns, { place: `row ${number}`, end: Math.min(end, file.size) })
      }
    },
  }
}

type CsvRecord = {
  readonly cells: readonly string[]
  /** From 1, empty rows counted. */
  readonly number: number
  /** Bytes of the table in UTF-8 up to its end. */
  readonly end: number
}

/** Throws `Refusal` at a row that cannot be read, after all those before it. */
async function* recordsOf(text: TextChunks, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  const { CsvError, parse } = await import('csv-parse')
  const read: CsvRecord[] = []
  let number = 0
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Quotation marks within a cell that is not quoted.
    relax_quotes: true,
    max_record_size: maxRowBytes,
    // Taken here and not from the stream, which forgets what nobody took from it yet when it comes to an error.
    on_record: (cells: string[], { bytes }) => {
      number += 1
      read.push({ cells, number, end: bytes })
      return null
    },
  })
  // Each piece that is written says itself what went wrong with it.
  parser.on('error', () => {})
  parser.resume()
  const written = async (piece: string | null) =>
    new Promise<Error | null>((resolve) => {
      const done = (error?: Error | null) => resolve(error ?? null)
      if (piece === null) parser.end(done)
      else parser.write(piece, done)
    })
  for await (const piece of piecesOf(text)) {
    const failure = await written(piece)
    yield* read.splice(0)
    if (failure instanceof CsvError) throw unreadable(failure, number + 1)
    if (failure !== null) throw failure
  }
}

/** The pieces of a text, and `null` for its end. */
async function* piecesOf({ chunks }: TextChunks): AsyncGenerator<string | null> {
  yield* chunks()
  yield null
}

async function firstRecord(text: TextChunks, delimiter: Delimiter): Promise<CsvRecord> {
  for await (const record of recordsOf(text, delimiter)) {
    if (isBlank(record.cells)) continue
    if (record.cells.length <= maxColumns) return record
    throw new Refusal({
      code: 'tooLarge',
      reason: t('remarks:table.tooManyColumns', {
        columns: String(record.cells.length),
        limit: String(maxColumns),
      }),
    })
  }
  throw new Refusal({ code: 'empty', reason: t('remarks:table.onlyEmptyRows') })
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

async function sampleOf(text: TextChunks): Promise<string> {
  let sample = ''
  for await (const chunk of text.chunks()) {
    sample += chunk
    if (sample.length >= sampleLength) break
  }
  return sample.slice(0, sampleLength)
}

/** Cells past the last column may be there where they are empty: programs write them so. */
function rowOf(
  cells: readonly string[],
  columns: readonly string[],
  { place, end }: Pick<Row, 'place' | 'end'>,
): Row {
  const ragged = cells.length < columns.length || !isBlank(cells.slice(columns.length))
  if (ragged) return { place, end, refusal: raggedRow(place, cells.length, columns.length) }
  const filled = columns.map((name, index) => [name, cells[index] ?? ''] as const)
  return { place, end, cells: new Map(filled.filter(([, cell]) => cell !== '')) }
}

function raggedRow(place: string, found: number, expected: number): Remark {
  return {
    thing: 'document',
    place,
    id: null,
    code: 'malformed',
    reason: t('remarks:table.ragged', { cells: String(found), columns: String(expected) }),
    expected: String(expected),
    found: String(found),
  }
}

function unreadable({ code }: { readonly code: string }, number: number): Refusal {
  const place = `row ${number}`
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new Refusal({
      place,
      code: 'tooLarge',
      reason: t('remarks:table.rowTooLong', {
        row: String(number),
        limit: maxRowBytes / 1024 / 1024,
      }),
    })
  }
  return new Refusal({
    place,
    code: 'malformed',
    reason: t('remarks:table.rowUnreadable', { row: String(number), code }),
  })
}
