import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultLabels } from '../../../../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../../../../shared/model/relation-type.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import type { Spans } from '../../../../../shared/text/span.ts'
import { quoteOf } from '../../../../../shared/text/span.ts'
import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import type { Dataset } from '../../../comparable-dataset.fixture.ts'
import { expectRoundTrip, filesOf, readingsOf } from '../../../exchange.fixture.ts'
import { bratFormat as bratImport } from '../../../importers/formats/brat/brat.ts'
import { landedDataset } from '../../../landed-dataset.fixture.ts'
import { fileNamer } from '../../file-names.ts'
import { bratFormat } from './brat.ts'
import { fragmentsOf } from './fragments.ts'
import { bratTypesOf } from './types.ts'

type Document = Dataset['documents'][number]['document']

const [sample] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })

/** A dataset of one document with an annotation for each list of spans. */
function datasetOf(
  text: string,
  all: readonly Spans[],
  change: Partial<Document['annotations'][number]> = {},
): Dataset {
  const [first] = sample?.documents ?? []
  if (sample === undefined || first === undefined) throw new Error('no sample')
  const codePoints = indexCodePoints(text)
  const annotations = all.map((spans, index) => ({
    id: `0000000${index}-0000-7000-8000-000000000000`,
    label: 'claim',
    spans: spans.map(({ start, end }) => ({
      start,
      end,
      startCodePoint: codePoints.fromUtf16(start),
      endCodePoint: codePoints.fromUtf16(end),
    })),
    quote: quoteOf(text, spans),
    prefix: '',
    suffix: '',
    speaker: null,
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Ada',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  }))
  const document = { ...first.document, title: 'News', text, annotations }
  return { ...sample, documents: [{ document, relations: [] }], relations: [] }
}

/** Titles that are names of files already: the log names the others, and they come back as these. */
function withNames(dataset: Dataset): Dataset {
  const nameOf = fileNamer('.txt'.length)
  const documents = dataset.documents.map(({ document, relations }) => ({
    document: { ...document, title: nameOf(document.title) },
    relations,
  }))
  return { ...dataset, documents }
}

function annOf(dataset: Dataset): readonly string[] {
  const { files } = filesOf(bratFormat, dataset)
  return (files.get('News.ann')?.toString() ?? '').split('\n').slice(0, -1)
}

describe('brat', () => {
  it('comes back as it was, and goes out again in the same bytes', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async (dataset) => {
        await expectRoundTrip(bratFormat, bratImport, withNames(dataset))
      }),
    )
  })

  it('parts spans at line breaks, and names what it parted', () => {
    const dataset = datasetOf('He said no\nand left.\u2028So', [[{ start: 8, end: 23 }]])
    expect(annOf(dataset)).toEqual(['T1\tclaim 8 10;11 20;21 23\tno and left. So'])
    const { changed, refused } = filesOf(bratFormat, dataset)
    expect(changed.map(({ thing, id }) => [thing, id])).toEqual([
      ['annotation', '00000000-0000-7000-8000-000000000000'],
    ])
    expect(refused).toEqual([])
  })

  it('notes spans that import would not make of the fragments', () => {
    const text = 'no\nand\n'
    const apart = [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ]
    const dataset = datasetOf(text, [apart, [{ start: 2, end: 7 }], [{ start: 2, end: 3 }]])
    expect(annOf(dataset)).toEqual([
      'T1\tclaim 0 2;3 6\tno and',
      '#1\tVerbatim T1\tspans: [[0,2],[3,6]]',
      'T2\tclaim 3 6\tand',
      '#2\tVerbatim T2\tspans: [[2,7]]',
      'T3\tclaim 2 2\t',
      '#3\tVerbatim T3\tspans: [[2,3]]',
    ])
  })

  it('brings any spans back as they were, those of line breaks too', async () => {
    const texts = fc.array(
      fc.constantFrom('a', ' ', '𠮷', '\n', '\u2028', '\u0085', '\u001c', '\f'),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.uniqueArray(fc.nat({ max: 13 }), { minLength: 2, maxLength: 6 }),
        async (parts, edges) => {
          const text = `${parts.join('')}word`
          const offsets = edges
            .map((edge) => parts.slice(0, edge).join('').length)
            .toSorted((one, other) => one - other)
          const spans = offsets.flatMap((start, index) => {
            const end = offsets[index + 1]
            return index % 2 === 0 && end !== undefined && start < end ? [{ start, end }] : []
          })
          const dataset = datasetOf(text, spans.length === 0 ? [] : [spans])
          const { files } = filesOf(bratFormat, dataset)
          const landed = landedDataset(await readingsOf(bratImport, files))
          expect(landed.told).toEqual([])
          const [document] = landed.dataset.documents
          expect(
            document?.document.annotations.map((each) =>
              each.spans.map(({ start, end }) => ({ start, end })),
            ),
          ).toEqual(spans.length === 0 ? [] : [spans])
          for (const line of files.get('News.ann')?.toString().split('\n') ?? []) {
            expect(line).not.toMatch(/[\v\f\r\u0085\u2028\u2029]/)
          }
        },
      ),
    )
  })

  it('goes by the fragments where somebody moved them in brat', async () => {
    const { files } = filesOf(bratFormat, datasetOf('no\nand\n', [[{ start: 2, end: 7 }]]))
    const moved = new Map(files)
    const ann = files.get('News.ann')?.toString().replace('3 6\tand', '3 5\tan') ?? ''
    moved.set('News.ann', Buffer.from(ann))
    const { dataset, told } = landedDataset(await readingsOf(bratImport, moved))
    expect(dataset.documents[0]?.document.annotations.map(({ quote }) => quote)).toEqual(['an'])
    expect(told.map(({ outcome, id, expected, found }) => [outcome, id, expected, found])).toEqual([
      ['changed', 'T1', '2 7', '3 5'],
    ])
  })

  it('writes values as attributes, and as a note what brat has no word for', () => {
    const text = 'word'
    const spans = [[{ start: 0, end: 4 }]]
    const attributes = { certainty: 'probable', checkable: false, weight: 0.5, other: ['a', 'b'] }
    const note = 'one\ntwo'
    expect(annOf(datasetOf(text, spans, { attributes, note }))).toEqual([
      'T1\tclaim 0 4\tword',
      'A1\tcertainty T1 probable',
      'A2\tcheckable T1 no',
      '#1\tVerbatim T1\tnote: "one\\ntwo"',
      '#2\tVerbatim T1\tattributes: {"weight":0.5,"other":["a","b"]}',
    ])
    expect(annOf(datasetOf(text, spans, { note: 'plain “note”' }))[1]).toBe(
      '#1\tAnnotatorNotes T1\tplain “note”',
    )
  })

  it('counts a mark at the beginning of a text as brat does', () => {
    const { files } = filesOf(bratFormat, datasetOf('\uFEFFa word', [[{ start: 3, end: 7 }]]))
    expect(files.get('News.txt')?.toString()).toBe('\uFEFF\uFEFFa word')
    expect(files.get('News.ann')?.toString()).toBe('T1\tclaim 4 8\tword\n')
  })

  it('names files after titles, and says where these are others', () => {
    const dataset = datasetOf('word', [])
    const [first] = dataset.documents
    if (first === undefined) throw new Error('no document')
    const named = ['A: b', 'a- B', 'Plain'].map((title) => ({
      ...first,
      document: { ...first.document, title },
    }))
    const { files, changed } = filesOf(bratFormat, { ...dataset, documents: named })
    expect([...files.keys()]).toEqual([
      'annotation.conf',
      'visual.conf',
      'A- b.txt',
      'A- b.ann',
      'a- B (2).txt',
      'a- B (2).ann',
      'Plain.txt',
      'Plain.ann',
    ])
    expect(changed.map(({ expected, found }) => [expected, found])).toEqual([
      ['A: b', 'A- b'],
      ['a- B', 'a- B (2)'],
    ])
  })
})

describe('bratTypesOf', () => {
  it('spells every type in the letters of brat, each differently', () => {
    const [claim, quote] = defaultLabels
    if (claim === undefined || quote === undefined) throw new Error('no labels')
    const ids = ['цитата', 'démenti', 'dementi', 'a.b', 'a_b', '漢字', 'SPAN_DEFAULT', 'denies']
    const labels = ids.map((id) => ({ ...claim, id, attributes: [] }))
    const types = bratTypesOf({ labels, relationTypes: defaultRelationTypes })
    expect([...types.labels.values()]).toEqual([
      'label',
      'dementi',
      'dementi-2',
      'a_b',
      'a_b-2',
      'label-2',
      'SPAN_DEFAULT-2',
      'denies',
    ])
    expect([...types.relationTypes.values()]).toEqual([
      'denies-2',
      'supports',
      'repeats',
      'responds_to',
    ])
  })

  it('has one attribute for labels that ask the same, and more where they do not', () => {
    const types = bratTypesOf({ labels: defaultLabels, relationTypes: [] })
    expect(types.attributes.map(({ type, labels }) => [type, labels])).toEqual([
      ['checkable', ['claim']],
      ['certainty', ['claim']],
      ['quote_kind', ['quote']],
      ['denial_kind', ['denial']],
    ])
    const claims = defaultLabels.slice(0, 1).flatMap((label) => [label, { ...label, id: 'other' }])
    expect(
      bratTypesOf({ labels: claims, relationTypes: [] }).attributes.map(({ type, labels }) => [
        type,
        labels,
      ]),
    ).toEqual([
      ['checkable', ['claim', 'other']],
      ['certainty', ['claim', 'other']],
    ])
  })
})

describe('fragmentsOf', () => {
  it('leaves out line breaks and nothing else', () => {
    const characters = fc.constantFrom(
      'a',
      ' ',
      '\t',
      '\u00a0',
      '\n',
      '\r',
      '\u001e',
      '\u001f',
      '\u2029',
    )
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1 }), (parts) => {
        const text = parts.join('')
        const fragments = fragmentsOf(text, [{ start: 0, end: text.length }])
        const kept = fragments.map(({ start, end }) => text.slice(start, end)).join('')
        expect(kept).toBe(
          text.replaceAll(/[\n\r\u2029]|\p{Cc}/gu, (each) =>
            '\t\u001f'.includes(each) ? each : '',
          ),
        )
      }),
    )
  })
})
