import * as fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { filesOf } from '../../../exchange.fixture.ts'
import { awkwardFields } from '../../xml-text.fixture.ts'
import { startParquetFile } from './parquet-file.ts'
import { parquetFormat } from './parquet.ts'

function bufferOf(bytes: Uint8Array | undefined): ArrayBuffer {
  return Uint8Array.from(bytes ?? []).buffer
}

async function rowsOf(bytes: Uint8Array | undefined) {
  // By itself it drops U+FEFF at the beginning of a text.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return parquetReadObjects({
    file: bufferOf(bytes),
    parsers: { stringFromBytes: (text: Uint8Array) => decoder.decode(text) },
  })
}

describe('a Parquet export', () => {
  it('holds every document, span and relation, read by another reader', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.boolean(), async (given, awkward) => {
        const dataset = awkward ? awkwardFields(given) : given
        const { files, refused, changed } = filesOf(parquetFormat, dataset)
        expect([...files.keys()]).toEqual([
          'documents.parquet',
          'annotations.parquet',
          'relations.parquet',
        ])
        expect([refused, changed]).toEqual([[], []])
        const names = new Map(dataset.head.speakers.map(({ id, name }) => [id, name]))
        expect(await rowsOf(files.get('documents.parquet'))).toEqual(
          dataset.documents.map(({ document: { id, metadata, ...document } }) => {
            const {
              annotations: _,
              suggestions: __,
              sha256: ___,
              provenance: ____,
              ...own
            } = document
            return { document_id: id, ...own, metadata: JSON.stringify(metadata) }
          }),
        )
        const rows = await rowsOf(files.get('annotations.parquet'))
        expect(rows).toMatchObject(
          dataset.documents.flatMap(({ document }) =>
            document.annotations.flatMap((annotation) =>
              annotation.spans.map((span, index) => ({
                document_id: document.id,
                annotation_id: annotation.id,
                label: annotation.label,
                fragment: index + 1,
                start_utf16: span.start,
                end_utf16: span.end,
                start_code_point: span.startCodePoint,
                end_code_point: span.endCodePoint,
                quote: document.text.slice(span.start, span.end),
                attribution: annotation.attribution.map((id) => names.get(id)),
                attributes: JSON.stringify(annotation.attributes),
                note: annotation.note,
                created_at: new Date(annotation.createdAt),
              })),
            ),
          ),
        )
        expect(await rowsOf(files.get('relations.parquet'))).toEqual(
          dataset.relations.map(({ id, type, from, to }) => ({
            relation_id: id,
            type,
            from_annotation_id: from,
            to_annotation_id: to,
          })),
        )
      }),
    )
  })

  it('says its units, and nothing of the time or computer', () => {
    const [dataset] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })
    if (dataset === undefined) throw new Error('there is one')
    const { files } = filesOf(parquetFormat, dataset)
    const metadata = parquetMetadata(bufferOf(files.get('annotations.parquet')))
    expect(metadata.key_value_metadata).toMatchObject([{ key: 'offset_units' }])
    expect(filesOf(parquetFormat, dataset).files).toEqual(files)
  })
})

describe('a Parquet file', () => {
  it('is given in pieces, a group of rows at a time', async () => {
    const file = startParquetFile({ name: 'text', size: 'number' }, {})
    const pieces: Uint8Array[] = []
    let most = 0
    for (let index = 0; index < 100; index += 1) {
      const ready = file.add({ name: `${index} ${'word '.repeat(100_000)}`, size: index })
      pieces.push(...ready)
      most = Math.max(most, ...ready.map(({ length }) => length))
    }
    expect(pieces.length).toBeGreaterThan(3)
    pieces.push(...file.finish())
    const bytes = Buffer.concat(pieces)
    expect(most).toBeLessThan(16 * 1024 * 1024)
    const rows = await rowsOf(bytes)
    expect(rows.map(({ name, size }) => [String(name).split(' ', 1)[0], size])).toEqual(
      Array.from({ length: 100 }, (_, index) => [String(index), index]),
    )
  })
})
