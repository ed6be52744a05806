import { describe, expect, it } from 'vitest'

import { landedDataset } from '../../../landed-dataset.fixture.ts'
import { documentFrom, osokina, readingsFrom } from './brat.fixture.ts'

describe('places of brat annotations', () => {
  it('reads annotations of one piece and of several, whatever their order', async () => {
    const { annotations } = await documentFrom(
      osokina,
      'T1\tPerson 0 7\tOsokina',
      'T2\tPlace 20 24;12 16\tKyiv KCNA',
      'T3\tNone 0 3;3 7\tOso kina',
    )
    expect(annotations.map(({ key, label, spans, quote }) => [key, label, spans, quote])).toEqual([
      ['T1', 'Person', [{ start: 0, end: 7 }], 'Osokina'],
      [
        'T2',
        'Place',
        [
          { start: 20, end: 24 },
          { start: 12, end: 16 },
        ],
        'Kyiv KCNA',
      ],
      [
        'T3',
        'None',
        [
          { start: 0, end: 3 },
          { start: 3, end: 7 },
        ],
        'Oso kina',
      ],
    ])
  })

  it('counts code points', async () => {
    const { dataset } = landedDataset(
      await readingsFrom({ 'a.txt': '👩🏽‍🚀𠮷 word', 'a.ann': 'T1\tX 6 10\tword\nT2\tX 4 5\t𠮷\n' }),
    )
    expect(dataset.documents[0]?.document.annotations.map(({ quote }) => quote)).toEqual([
      '𠮷',
      'word',
    ])
  })

  it.each([
    ['as brat does: CRLF is two', 'one\r\ntwo', 5, 8],
    ['CRLF as one', 'one\r\ntwo', 4, 7],
    ['a mark as one, as brat does', '\uFEFFone two', 5, 8],
    ['no mark', '\uFEFFone two', 4, 7],
    ['CRLF as one and a mark', '\uFEFFone\r\ntwo', 5, 8],
    ['CRLF as one and no mark', '\uFEFFone\r\ntwo', 4, 7],
    ['both, as brat does', '\uFEFFone\r\ntwo', 6, 9],
  ])('finds out by the texts how a file counts: %s', async (name, source, start, end) => {
    const { dataset, told: report } = landedDataset(
      await readingsFrom({ 'a.txt': source, 'a.ann': `T1\tX ${start} ${end}\ttwo\n` }),
    )
    expect(dataset.documents[0]?.document.annotations.map(({ quote }) => quote)).toEqual(['two'])
    const isUsual = name.includes('brat')
    expect(report.map(({ outcome, thing }) => `${outcome} ${thing}`)).toEqual(
      isUsual ? [] : ['changed document'],
    )
  })

  it('does not move what fits no way of counting', async () => {
    const { dataset, told: report } = landedDataset(
      await readingsFrom({
        'a.txt': 'one\r\ntwo two',
        'a.ann': 'T1\tX 6 9\ttwo\nT2\tX 90 93\ttwo\n',
      }),
    )
    expect(dataset.documents[0]?.document.annotations).toEqual([])
    expect(report.map(({ outcome, id }) => `${outcome} ${id ?? ''}`)).toEqual([
      'review T1',
      'review T2',
    ])
  })

  it('makes fragments one that leave out nothing but line breaks, and says so', async () => {
    const lines = 'He said no\nand left.\n\nThen\u2028more'
    const { annotations, changed } = await documentFrom(
      lines,
      'T1\tX 8 10;11 14\tno and',
      'T2\tX 11 20;22 26;27 31\tand left. Then more',
      'T3\tX 3 7;8 10\tsaid no',
      'T4\tX 8 10;11 14\tno AND',
      'T5\tX 11 14;8 10',
    )
    expect(annotations.map(({ spans, quote }) => [spans, quote])).toEqual([
      [[{ start: 8, end: 14 }], 'no\nand'],
      [[{ start: 11, end: 31 }], 'and left.\n\nThen\u2028more'],
      [
        [
          { start: 3, end: 7 },
          { start: 8, end: 10 },
        ],
        'said no',
      ],
      [
        [
          { start: 8, end: 10 },
          { start: 11, end: 14 },
        ],
        'no AND',
      ],
      [[{ start: 8, end: 14 }], 'no\nand'],
    ])
    expect(changed.map(({ id }) => id)).toEqual(['T1', 'T2', 'T5'])
  })

  it('reads texts as brat does: old joins, more behind, none at all', async () => {
    const { annotations } = await documentFrom(
      osokina,
      'T1\tX 0 7;12 16\tOsokinaKCNA',
      'T2\tX 0 7\tOsokina and more',
      'T3\tX 0 7',
      'T4\tX 0 7\tOsokinas',
      'T5\tX 20 32\tKyiv. She de',
    )
    expect(annotations.map(({ quote }) => quote)).toEqual([
      'Osokina KCNA',
      'Osokina',
      null,
      'Osokinas',
      'Kyiv.\nShe de',
    ])
  })

  it('leaves offsets outside the text, reversed or beyond all numbers for review', async () => {
    const { dataset, told: report } = landedDataset(
      await readingsFrom({
        'a.txt': osokina,
        'a.ann': [
          'T1\tX -5 3\tOso',
          'T2\tX 7 0\tOsokina',
          `T3\tX 0 ${'9'.repeat(400)}\tOsokina`,
          'T4\tX 1000000 1000007\tOsokina',
          'T5\tX 3 3\t',
        ].join('\n'),
      }),
    )
    expect(dataset.documents[0]?.document.annotations).toEqual([])
    expect(report.map(({ outcome, id }) => `${outcome} ${id ?? ''}`)).toEqual([
      'review T1',
      'review T2',
      'review T3',
      'review T4',
      'refused T5',
    ])
  })

  it('reads a text without annotations, and one of another encoding', async () => {
    expect((await documentFrom(osokina)).annotations).toEqual([])
    const latin = await documentFrom(
      Buffer.from('Müller sagt: nein, so nicht.', 'latin1'),
      'T1\tX 0 6\tMüller',
    )
    expect(latin.text).toBe('Müller sagt: nein, so nicht.')
  })

  it('reads a hundred thousand annotations, each over all the others', async () => {
    const long = 'word '.repeat(60_000)
    const lines = Array.from(
      { length: 100_000 },
      (_, index) => `T${index}\tX ${index} ${300_000 - index}`,
    )
    const document = await documentFrom(long, ...lines)
    expect(document.annotations).toHaveLength(100_000)
    const fragments = Array.from({ length: 100_000 }, (_, index) => `${index * 2} ${index * 2 + 1}`)
    const pieces = await documentFrom('\n'.repeat(200_000), `T1\tX ${fragments.join(';')}`)
    expect(pieces.annotations[0]?.spans).toEqual([{ start: 0, end: 199_999 }])
  })
})
