import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultLabels } from '../../../../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../../../../shared/model/relation-type.ts'
import { compareSpans } from '../../../../../shared/text/span.ts'
import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import type { Dataset } from '../../../comparable-dataset.fixture.ts'
import { expectRoundTrip, filesOf, readingsOf } from '../../../exchange.fixture.ts'
import { conllFormat as conllImport } from '../../../importers/formats/conll/conll.ts'
import { landedDataset } from '../../../landed-dataset.fixture.ts'
import { datasetHead } from '../../dataset.ts'
import type { ExportOptions } from '../../export-format.ts'
import { conllFormat } from './conll.ts'

const options = { w3cUnits: 'codePoint', overlaps: 'longest' } as const

/** Which of two annotations of the same words came first is not in the columns: they are in the order of these. */
function inOrderOfColumns(dataset: Dataset): Dataset {
  const column = new Map(dataset.head.labels.map(({ id }, index) => [id, index]))
  const documents = dataset.documents.map(({ document, ...rest }) => {
    const annotations = document.annotations.toSorted(
      (one, other) =>
        compareSpans(one.spans, other.spans) ||
        (column.get(one.label) ?? 0) - (column.get(other.label) ?? 0),
    )
    return { ...rest, document: { ...document, annotations } }
  })
  return { ...dataset, documents }
}

/** What is written, without the lines of the tag set. */
function written(
  dataset: Dataset,
  overlaps: ExportOptions['overlaps'] = 'longest',
): readonly string[] {
  const { files } = filesOf(conllFormat, dataset, { ...options, overlaps })
  const text = files.get('dataset.conll')?.toString() ?? ''
  return text.split('\n').filter((line) => !line.startsWith('# Verbatim '))
}

const [sample] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })

/** One document with annotations of the given labels: `[label, start, end]`. */
function datasetOf(
  text: string,
  ...all: readonly (readonly [label: string, start: number, end: number])[]
): Dataset {
  const [first] = sample?.documents ?? []
  if (sample === undefined || first === undefined) throw new Error('no sample')
  const annotations = all.map(([label, start, end], index) => ({
    id: `0000000${index}-0000-7000-8000-000000000000`,
    label,
    spans: [{ start, end, startCodePoint: start, endCodePoint: end }],
    quote: text.slice(start, end),
    prefix: '',
    suffix: '',
    speaker: null,
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Ada',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }))
  const document = {
    ...first.document,
    title: 'News',
    source: null,
    author: null,
    date: null,
    url: null,
    language: null,
    direction: null,
    status: 'todo' as const,
    metadata: {},
    text,
    annotations,
  }
  const head = datasetHead({
    projectName: 'Any',
    labels: defaultLabels,
    relationTypes: defaultRelationTypes,
    speakers: [],
  })
  return { head, documents: [{ document, relations: [] }], relations: [] }
}

describe('CoNLL', () => {
  it.each(['longest', 'first', 'separate-columns'] as const)(
    'comes back as it was, and goes out again in the same bytes (%s)',
    async (overlaps) => {
      expect.hasAssertions()
      await fc.assert(
        fc.asyncProperty(arbitraryDataset, async (dataset) => {
          await expectRoundTrip(conllFormat, conllImport, inOrderOfColumns(dataset), {
            ...options,
            overlaps,
          })
        }),
      )
    },
  )

  it('writes a sentence to a block, and what parts them where that is not a space', () => {
    const dataset = datasetOf('She denied it. “No,” he said.\n\nSo?\n', ['denial', 4, 13])
    expect(written(dataset)).toEqual([
      '# global.columns = FORM LABEL',
      '',
      '# newdoc id = News',
      '# text = She denied it.',
      'She\tO',
      'denied\tB-denial',
      'it\tI-denial',
      '.\tO',
      '',
      '# text = “No,” he said.',
      '“\tO',
      'No\tO',
      ',\tO',
      '”\tO',
      'he\tO',
      'said\tO',
      '.\tO',
      '',
      '# newpar',
      '# text = So?',
      'So\tO',
      '?\tO',
      '',
      '# after = "\\n"',
      '',
      '',
    ])
  })

  it('makes sentences one that an annotation runs across, and cuts words where one begins or ends', () => {
    const dataset = datasetOf('Rewrite it. Do so. Now.', ['claim', 2, 14], ['claim', 15, 17])
    expect(written(dataset).slice(3, -1)).toEqual([
      '# text = Rewrite it. Do so.',
      'Re\tO',
      'write\tB-claim',
      'it\tI-claim',
      '.\tI-claim',
      'Do\tI-claim',
      'so\tB-claim',
      '.\tO',
      '',
      '# text = Now.',
      'Now\tO',
      '.\tO',
      '',
    ])
  })

  it('has tokens of white space only where an annotation begins or ends in some', () => {
    const dataset = datasetOf('a  b\u0000c d', ['claim', 1, 4], ['quote', 4, 5])
    expect(written(dataset).slice(3, -2)).toEqual([
      '# text = "a  b\\u0000c d"',
      'a\tO',
      '\\u0020\tB-claim',
      '\\u0020\tI-claim',
      'b\tI-claim',
      '\\u0000\tB-quote',
      'c\tO',
      'd\tO',
    ])
  })

  it('writes overlapping annotations as it is told to, and names those that it leaves out', () => {
    const dataset = datasetOf('one two three', ['quote', 0, 7], ['claim', 4, 13], ['claim', 4, 7])
    const tags = (overlaps: ExportOptions['overlaps']) =>
      written(dataset, overlaps)
        .filter((line) => line.includes('\t'))
        .map((line) => line.replace('\t', ' ').replaceAll('\t', ','))
    const gone = (overlaps: ExportOptions['overlaps']) =>
      filesOf(conllFormat, dataset, { ...options, overlaps }).refused.map(({ id }) =>
        id?.slice(0, 8),
      )
    expect(tags('longest')).toEqual(['one O', 'two B-claim', 'three I-claim'])
    expect(gone('longest')).toEqual(['00000000', '00000002'])
    expect(tags('first')).toEqual(['one B-quote', 'two I-quote', 'three O'])
    expect(gone('first')).toEqual(['00000001', '00000002'])
    expect(tags('separate-columns')).toEqual([
      'one O,B-quote,O,O',
      'two B-claim,I-quote,O,O',
      'three I-claim,O,O,O',
    ])
    expect(gone('separate-columns')).toEqual(['00000002'])
  })

  it('writes nothing but sound IOB2, and no token that others would part', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const before = new Map<number, string>()
        for (const line of written(dataset, 'separate-columns')) {
          expect(line).not.toMatch(/[^\P{Cc}\t]|[\u2028\u2029]/u)
          if (line === '' || line.startsWith('# ')) {
            before.clear()
            continue
          }
          const [form = '', ...tags] = line.split('\t')
          expect(form).toMatch(/^[^\s\p{Cc}]+$/u)
          expect(tags).toHaveLength(dataset.head.labels.length)
          for (const [column, tag] of tags.entries()) {
            const last = before.get(column) ?? 'O'
            expect(tag.startsWith('I-') ? last.slice(1) : tag.slice(1)).toBe(tag.slice(1))
            before.set(column, tag)
          }
        }
      }),
    )
  })

  it('is read back without a word about its text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async (dataset) => {
        const { files } = filesOf(conllFormat, dataset, options)
        expect(landedDataset(await readingsOf(conllImport, files)).told).toEqual([])
      }),
    )
  })

  it('takes a line of two million characters', () => {
    const text = 'Kyiv denied it again. '.repeat(100_000)
    const lines = written(datasetOf(text, ['claim', 0, text.length - 1]))
    expect(lines.filter((line) => line.includes('\t'))).toHaveLength(5 * 100_000)
  })
})
