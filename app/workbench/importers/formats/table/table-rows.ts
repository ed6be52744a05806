import type { Remark } from '../../../../../shared/exchange/remark.ts'
import type { Decoding } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { firstItemOf } from '../../json-sample.ts'
import { beginningOf } from '../../reading/source-file.ts'
import { csvRows } from './csv-rows.ts'
import { jsonRows } from './json-rows.ts'

/** A row of a table, or what stands in its place and cannot be read. */
export type Row = {
  /** `row 12` with the head as row 1, as spreadsheets count; in JSON `line 12` or `[11]`. */
  readonly place: string
  /** Bytes of the file up to its end, as far as that is known. */
  readonly end: number
} & ({ readonly cells: ReadonlyMap<string, string> } | { readonly refusal: Remark })

export type Table = {
  /** Names of the columns; in JSON those of the first rows. */
  readonly columns: readonly string[]
  readonly decoding: Decoding
  /** What is different about its columns. */
  readonly changed: readonly Remark[]
  /** Those that have anything in them. */
  readonly rows: () => AsyncGenerator<Row>
}

/** Opens a table of any kind. Throws `Refusal`. */
export async function openTable(file: SourceFile): Promise<Table> {
  return (await isJson(file)) ? jsonRows(file) : csvRows(file)
}

async function isJson(file: SourceFile): Promise<boolean> {
  const beginning = Buffer.from(await beginningOf(file, 64 * 1024))
  const item = firstItemOf(beginning.toString('utf8').replace(/^\uFEFF/, ''))
  return item?.shape === 'object' || item?.shape === 'objects'
}
