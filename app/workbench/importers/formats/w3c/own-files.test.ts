import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import type { Dataset } from '../../../comparable-dataset.fixture.ts'
import { expectRoundTrip, filesOf } from '../../../exchange.fixture.ts'
import { defaultExportOptions } from '../../../exporters/export-format.ts'
import { w3cFormat as written } from '../../../exporters/formats/w3c.ts'
import { read } from './reading.fixture.ts'
import { w3cFormat } from './w3c.ts'

/** A dataset with two documents and some annotations on each, as a file. No relation is of the first of them. */
function fileOf(): { readonly dataset: Dataset; readonly lines: readonly string[] } {
  const dataset = fc.sample(arbitraryDataset, { numRuns: 200, seed: 7 }).find(
    ({ documents, relations: all }) =>
      documents.length === 2 &&
      all.every(({ from, to }) => {
        const first = documents[0]?.document.annotations[0]?.id
        return from !== first && to !== first
      }) &&
      documents.every(({ document }) => document.annotations.length > 1) &&
      documents.every(({ relations }) => relations.length > 0),
  )
  if (dataset === undefined) throw new Error('no such dataset')
  const [content] = filesOf(written, dataset).files.values()
  return { dataset, lines: String(content).split('\n') }
}

describe('what Verbatim wrote', () => {
  it.each(['codePoint', 'utf16'] as const)(
    'comes back whole, with positions in %ss',
    async (w3cUnits) => {
      const options = { ...defaultExportOptions, w3cUnits }
      const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
        await expectRoundTrip(written, w3cFormat, dataset, options)
      })
      await expect(fc.assert(property)).resolves.toBeUndefined()
    },
  )

  it('is read the same where another program laid it out anew', async () => {
    const { lines } = fileOf()
    const text = lines.join('\n')
    const withoutPlaces = async (given: string) =>
      JSON.stringify(await read(given)).replaceAll(/"place":"[^"]*"/g, '')
    const anew = JSON.stringify(JSON.parse(text), null, 2)
    expect(await withoutPlaces(anew)).toBe(await withoutPlaces(text))
    expect((await read(text)).documents).toHaveLength(2)
  })

  it('is kept up to where it was cut short, and that is told', async () => {
    const { dataset, lines } = fileOf()
    const [first] = dataset.documents
    const { documents, refused } = await read(lines.slice(0, 3).join('\n'))
    expect(documents).toMatchObject([{ id: first?.document.id, annotations: [{}] }])
    expect(refused).toMatchObject([{ code: 'malformed', thing: 'other' }])
  })

  it('loses a damaged line and nothing else', async () => {
    const { dataset, lines } = fileOf()
    const { documents, refused } = await read(
      lines.toSpliced(2, 1, `${lines[2]?.slice(0, -9)},`).join('\n'),
    )
    const total = dataset.documents.flatMap(({ document }) => document.annotations).length
    expect(documents.flatMap(({ annotations }) => annotations)).toHaveLength(total - 1)
    expect(refused).toMatchObject([{ place: 'line 3', thing: 'annotation', code: 'malformed' }])
  })

  it('says where there is less in it than it says', async () => {
    const { lines } = fileOf()
    const { changed } = await read(lines.toSpliced(2, 1).join('\n'))
    const all = lines.length - 3
    expect(changed).toMatchObject([{ expected: String(all), found: String(all - 1) }])
  })

  it('refuses a document whose text was altered; annotations on it are on a text elsewhere then', async () => {
    const { dataset, lines } = fileOf()
    const [first] = dataset.documents
    const altered = lines[1]?.replace('"text":"', '"text":"Not ') ?? ''
    const { documents, annotations, refused } = await read(lines.with(1, altered).join('\n'))
    expect(documents).toHaveLength(1)
    expect(refused).toMatchObject([{ thing: 'document', code: 'damaged', place: 'line 2' }])
    expect(annotations).toMatchObject([{ target: first?.document.id }])
    expect(annotations[0]?.annotations).toHaveLength(first?.document.annotations.length ?? -1)
  })

  it('keeps names of speakers and attributes where an annotation is taken out of its file', async () => {
    const { dataset, lines } = fileOf()
    const ids = new Set(
      dataset.documents.flatMap(({ document }) => document.annotations.map(({ id }) => id)),
    )
    const names = new Map(dataset.head.speakers.map(({ id, name }) => [id, name]))
    for (const line of lines) {
      const id = /^\{"@context":"[^"]*","id":"urn:uuid:([^"#]*)"/.exec(line)?.[1] ?? ''
      if (!ids.has(id)) continue
      const { annotations } = await read(line.replace(/,$/, ''))
      const [found] = annotations[0]?.annotations ?? []
      const expected = dataset.documents
        .flatMap(({ document }) => document.annotations)
        .find((each) => each.id === id)
      expect(found?.attributes).toEqual(expected?.attributes)
      expect(found?.speakers).toEqual(expected?.attribution.map((speaker) => names.get(speaker)))
    }
  })
})
