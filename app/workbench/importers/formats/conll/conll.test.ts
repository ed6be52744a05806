import { describe, expect, it } from 'vitest'

import { noOptions, sourceFile } from '../../../exchange.fixture.ts'
import { landedDataset } from '../../../landed-dataset.fixture.ts'
import type { ForeignDocument, Reading } from '../../foreign.ts'
import { Refusal } from '../../refusal.ts'
import { conllFormat } from './conll.ts'

async function readingsFrom(content: string | Uint8Array): Promise<readonly Reading[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = sourceFile(new Map([['news.conll', bytes]]), 'news.conll', 65_536)
  const readings: Reading[] = []
  for await (const reading of conllFormat.read(file, noOptions)) readings.push(reading)
  return readings
}

async function documentsOf(content: string | Uint8Array): Promise<readonly ForeignDocument[]> {
  const readings = await readingsFrom(content)
  return readings.flatMap((reading) => (reading.kind === 'document' ? [reading.document] : []))
}

/** Each annotation as `label: text`. */
function tagged({ text, annotations }: ForeignDocument): readonly string[] {
  return annotations.map(({ label, spans }) => {
    const pieces = (spans ?? []).map(({ start, end }) => text.slice(start, end))
    return `${label}: ${pieces.join(' … ')}`
  })
}

function reasons({ changed }: ForeignDocument): readonly string[] {
  return changed.map(({ place, reason }) => `${place ?? '-'} ${reason}`)
}

/** Lines of which each has the given cells, parted by spaces in the test and by `by` in the file. */
function lines(by: string, ...rows: readonly string[]): string {
  return rows.map((row) => `${row.split(' ').join(by)}\n`).join('')
}

describe('reading CoNLL', () => {
  it.each([
    ['tabs', '\t'],
    ['spaces', '   '],
  ])('reads words with a tag each, parted by %s', async (_, by) => {
    const [document] = await documentsOf(
      lines(by, 'Lidia B-PER', 'Osokina I-PER', 'left O', 'Kyiv B-LOC', '. O', '', 'So O'),
    )
    expect(document?.text).toBe('Lidia Osokina left Kyiv .\nSo')
    expect(document === undefined ? [] : tagged(document)).toEqual([
      'PER: Lidia Osokina',
      'LOC: Kyiv',
    ])
    expect(document?.metadata.title).toBe('news')
    expect(document === undefined ? [] : reasons(document)).toEqual([
      expect.stringContaining('The text was put together'),
    ])
  })

  it.each([
    ['IOB2', 'a B-X,b I-X,c B-X,d O,e B-Y'],
    ['IOB1', 'a I-X,b I-X,c B-X,d O,e I-Y'],
    ['BIOES', 'a B-X,b E-X,c S-X,d O,e S-Y'],
    ['BILOU', 'a B-X,b L-X,c U-X,d O,e U-Y'],
    ['BMEWO', 'a B_X,b E_X,c W_X,d O,e W_Y'],
  ])('finds out %s and reads the same from each', async (_, rows) => {
    const [document] = await documentsOf(lines('\t', ...rows.split(',')))
    if (document === undefined) throw new Error('no document')
    expect(tagged(document)).toEqual(['X: a b', 'X: c', 'Y: e'])
    expect(document.changed).toHaveLength(1)
  })

  it.each([
    [
      'I after O among B',
      'a B-X,b O,c I-X,d O,e B-Y',
      ['X: a', 'X: c', 'Y: e'],
      'line 3 It begins with I',
    ],
    ['another type', 'a B-X,b I-Y,c O,d B-Z', ['X: a', 'Y: b', 'Z: d'], 'line 2 It begins with I'],
    [
      'B where I is usual',
      'a I-X,b O,c I-Y,d O,e B-Z',
      ['X: a', 'Y: c', 'Z: e'],
      'line 5 It begins with B',
    ],
    ['no end', 'a B-X,b I-X,c O,d S-Y', ['X: a b', 'Y: d'], 'line 1 It ends with I'],
    ['no beginning', 'a E-X,b O,c S-Y', ['X: a', 'Y: c'], 'line 1 It begins with E'],
  ])('reads an odd sequence and tells of it: %s', async (_, rows, found, told) => {
    const [document] = await documentsOf(lines('\t', ...rows.split(',')))
    if (document === undefined) throw new Error('no document')
    expect(tagged(document)).toEqual(found)
    expect(reasons(document).slice(1)).toEqual([expect.stringContaining(told)])
  })

  it('ends what is open with the sentence', async () => {
    const [document] = await documentsOf(lines('\t', 'a B-X', 'b I-X', '', 'c I-X', '', 'd B-X'))
    expect(document === undefined ? [] : tagged(document)).toEqual(['X: a b', 'X: c', 'X: d'])
  })

  it('parts documents, and leaves columns of other things out and says so', async () => {
    const readings = await readingsFrom(
      lines(
        ' ',
        '-DOCSTART- -X- O O',
        '',
        'Kyiv NNP I-NP I-LOC',
        'denied VBD I-VP O',
        '',
        '-DOCSTART- -X- O O',
        '',
        '# # O O',
        'one CD I-NP O',
      ),
    )
    const documents = readings.flatMap((each) => (each.kind === 'document' ? [each.document] : []))
    expect(documents.map(({ text, metadata, place }) => [text, metadata.title, place])).toEqual([
      ['Kyiv denied', 'news 1', 'line 1'],
      ['# one', 'news 2', 'line 6'],
    ])
    expect(documents.map(tagged)).toEqual([['NP: Kyiv', 'VP: denied', 'LOC: Kyiv'], ['NP: one']])
    const [first] = readings
    expect(first?.kind === 'changed' ? first.remark.reason : '').toContain('Column 2 has no tags')
  })

  it('reads CoNLL-U: texts, SpaceAfter, words of several parts, empty nodes', async () => {
    const row = (id: string, form: string, misc = '_', tag = '_') =>
      [id, form, '_', '_', '_', '_', '_', '_', tag, misc].join('\t')
    const [document] = await documentsOf(
      [
        '# newdoc id = weblog-1',
        '# sent_id = 1',
        '# text = Don’t  go, Ann.',
        row('1-2', 'Don’t'),
        row('1', 'Do'),
        row('2', 'n’t'),
        row('3', 'go', 'SpaceAfter=No'),
        row('3.1', 'gone'),
        row('4', ',', '_'),
        row('5', 'Ann', 'Lang=en|SpaceAfter=No', 'B-PER'),
        row('6', '.', '_'),
        '',
        '# newpar',
        row('1', 'Bye', 'SpaceAfter=No'),
        row('2', '.', '_'),
        '',
      ].join('\n'),
    )
    expect(document?.text).toBe('Don’t  go, Ann.\n\nBye.')
    expect(document?.metadata.title).toBe('weblog-1')
    expect(document === undefined ? [] : tagged(document)).toEqual(['PER: Ann'])
  })

  it('goes by the words where they are not those of the text above them', async () => {
    const [document] = await documentsOf('# text = Kyiv denied it.\nKyiv\tB-LOC\nsaid\tO\n')
    expect(document?.text).toBe('Kyiv said')
    expect(document === undefined ? [] : reasons(document)).toContainEqual(
      expect.stringContaining('line 2 Its words are not those'),
    )
  })

  it('keeps words of lines that are broken, and names the lines', async () => {
    const broken = lines('\t', 'a B-X', 'b', 'c I-X what', 'd X', 'e B-', 'f O', 'g O')
    const [document] = await documentsOf(broken + lines('\t', 'h O').repeat(30))
    expect(document?.text.slice(0, 13)).toBe('a b c d e f g')
    expect(document === undefined ? [] : reasons(document).slice(1, 6)).toEqual([
      expect.stringContaining('line 2 It has 1 columns'),
      expect.stringContaining('line 3 It has 3 columns'),
      expect.stringContaining('line 4 “X” is no tag'),
      expect.stringContaining('line 5 “B-” is no tag'),
      expect.stringContaining('line 3 It begins with I'),
    ])
  })

  it('reads old encodings, marks and line ends', async () => {
    const latin = Buffer.from('Müller\tB-PER\r\nging\tO\r\n\r\nSchön\tO\r\n', 'latin1')
    const [old] = await documentsOf(latin)
    expect(old?.text).toBe('Müller ging\nSchön')
    expect(old?.decoding.encoding).toBe('windows-1252')
    const [marked] = await documentsOf(Buffer.from('\uFEFFMüller\tB-PER\r\n'))
    expect(marked?.text).toBe('Müller')
    expect(marked?.decoding).toEqual({ encoding: 'utf-8', byteOrderMark: true })
  })

  it('reads a file without tags as text', async () => {
    const readings = await readingsFrom(lines(' ', 'Kyiv NNP', 'denied VBD'))
    expect(readings.map(({ kind }) => kind)).toEqual(['changed', 'document'])
  })

  it('takes B and I alone for tags where some words have none', async () => {
    const [document] = await documentsOf(lines('\t', 'a B', 'b I', 'c O'))
    expect(document === undefined ? [] : tagged(document)).toEqual(['entity: a b'])
  })

  it('refuses a file without words', async () => {
    await expect(readingsFrom('\n\n-DOCSTART-\n# text = a\n')).rejects.toThrow(Refusal)
  })

  it('lands every annotation on its words', async () => {
    const { dataset, told } = landedDataset(
      await readingsFrom(lines('\t', '👩🏽‍🚀 B-X', 'e\u0301 I-X', 'القول B-Y').repeat(2)),
    )
    expect(dataset.documents[0]?.document.annotations.map(({ quote }) => quote)).toEqual([
      '👩🏽‍🚀 e\u0301',
      'القول',
      '👩🏽‍🚀 e\u0301',
      'القول',
    ])
    expect(told.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
  })

  it('reads a hundred thousand annotations, and a line of ten million characters', async () => {
    const many = await documentsOf('Kyiv\tB-LOC\ndenied\tO\n\n'.repeat(100_000))
    expect(many[0]?.annotations).toHaveLength(100_000)
    const [long] = await documentsOf(`${'x'.repeat(10_000_000)}\tB-LOC\n`)
    expect(long?.annotations[0]?.spans).toEqual([{ start: 0, end: 10_000_000 }])
  })
})

describe('recognising CoNLL', () => {
  const sure = (path: string, text: string) => {
    const bytes = Buffer.from(text)
    return conllFormat.recognise({ path, size: bytes.length, bytes, text, siblingNames: [] })
  }

  it.each([
    ['a.conll', 'Kyiv\tB-LOC\nsaid\tO\n', 'certain'],
    ['a.txt', 'Kyiv\tB-LOC\nsaid\tO\n', 'likely'],
    ['a.txt', '-DOCSTART- -X- O O\n\nKyiv NNP I-NP I-LOC\n', 'certain'],
    ['a.conll', 'Kyiv NNP\nsaid VBD\n', 'likely'],
    ['a.txt', 'Kyiv denied it.\n\nIt said so.\n', 'no'],
    ['a.tsv', 'size\tname\nS\tshirt\nM\tshirt\n', 'no'],
    ['a.csv', 'id,text\n1,B-52 bombers\n', 'no'],
    ['a.conll', '', 'no'],
  ])('tells %s with %j: %s', (path, text, found) => {
    expect(sure(path, text)).toBe(found)
  })
})
