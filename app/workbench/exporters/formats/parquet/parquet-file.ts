import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'

import { version } from '../../../version.ts'

/** What a column holds: text, whole numbers, UTC times (as `Date`), or lists of texts. */
type ColumnKind = 'text' | 'number' | 'time' | 'texts'

/** Columns by name, in order. */
export type Columns = Readonly<Record<string, ColumnKind>>

type Row<Of extends Columns> = {
  readonly [Name in keyof Of]: Value[Of[Name]] | null
}

type Value = {
  readonly text: string
  readonly number: number
  readonly time: Date
  readonly texts: readonly string[]
}

/** Most rows, and most UTF-16 code units of text, that are held before they are written. */
const maxRows = 10_000
const maxText = 4 * 1024 * 1024

/** A Parquet file that is written piece by piece: never more than a row group is held in here. */
export type ParquetFile<Of extends Columns> = {
  /** The bytes that are ready once a row is added; mostly none. */
  readonly add: (row: Row<Of>) => readonly Uint8Array[]
  /** The rest of the file. Nothing may be added any more. */
  readonly finish: () => readonly Uint8Array[]
}

/**
 * Starts a file (https://parquet.apache.org/docs/file-format/): Snappy, plain or dictionary pages, strings in UTF-8.
 * `about` becomes key-value metadata of the file.
 */
export function startParquetFile<Of extends Columns>(
  columns: Of,
  about: Readonly<Record<string, string>>,
): ParquetFile<Of> {
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    createdBy: `Verbatim ${version}`,
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  })
  let rows: Row<Of>[] = []
  let length = 0

  function takeBytes(): readonly Uint8Array[] {
    if (writer.index === 0) return []
    const bytes = Uint8Array.from(writer.getBytes())
    // As hyparquet-writer’s own file writer does: what was taken makes place, and offsets go on.
    writer.index = 0
    return [bytes]
  }

  function writeGroup(): void {
    const columnData = Object.keys(columns).map((name) => ({
      name,
      data: rows.map((row) => row[name]),
    }))
    // The writer works at once where its target has nothing to wait for.
    void file.write({ columnData, rowGroupSize: maxRows })
    rows = []
    length = 0
  }

  return {
    add: (row) => {
      rows.push(row)
      for (const value of Object.values(row)) if (typeof value === 'string') length += value.length
      if (rows.length < maxRows && length < maxText) return []
      writeGroup()
      return takeBytes()
    },
    finish: () => {
      if (rows.length > 0) writeGroup()
      void file.finish()
      return takeBytes()
    },
  }
}

function schemaOf(columns: Columns): SchemaElement[] {
  const elements = Object.entries(columns).flatMap(([name, kind]) => elementsOf(name, kind))
  return [{ name: 'schema', num_children: Object.keys(columns).length }, ...elements]
}

function elementsOf(name: string, kind: ColumnKind): readonly SchemaElement[] {
  switch (kind) {
    case 'text':
      return [textElement(name)]
    case 'number':
      return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }]
    case 'time':
      return [
        {
          name,
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
          repetition_type: 'OPTIONAL',
        },
      ]
    case 'texts':
      // Three levels, as the format asks of lists (LogicalTypes.md, “Lists”).
      return [
        { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        textElement('element'),
      ]
  }
}

function textElement(name: string): SchemaElement {
  return {
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
    repetition_type: 'OPTIONAL',
  }
}
