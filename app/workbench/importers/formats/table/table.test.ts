import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { encodeSingleByte, encodeUtf16 } from '../../encode.fixture.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { tableFormat, tableHeadOf } from './table.ts'

const article = 'The minister said on Monday that the dam would hold. '.repeat(8).trim()

async function read(content: string | Uint8Array, path = 'news.csv', pieceBytes = 1000) {
  return readFileAs(tableFormat, sourceFileOf(path, content, pieceBytes))
}

const nothing = { title: null, source: null, author: null, date: null, url: null, language: null }

describe('a table of articles', () => {
  it('gives a document for each row, its other columns as metadata', async () => {
    const content = `title;text;published;desk\r\n"The ""dam""";"${article};\r\nand more";4 Mar 2026;home\r\n\r\n;Short text;yesterday;\r\n`
    const { documents, refused } = await read(content)
    expect(refused).toEqual([])
    expect(documents).toMatchObject([
      {
        place: 'row 2',
        text: `${article};\r\nand more`,
        metadata: { title: 'The "dam"', date: '2026-03-04', other: { desk: 'home' } },
        decoding: { encoding: 'utf-8', byteOrderMark: false },
      },
      {
        place: 'row 4',
        text: 'Short text',
        metadata: { title: null, date: 'yesterday', other: {} },
      },
    ])
  })

  it.each([
    ['tabs', 'title\ttext\nA\tOne\n'],
    ['bars', 'title|text\nA|One\n'],
    ['a byte order mark', '\uFEFFtitle,text\nA,One\n'],
    ['UTF-16', encodeUtf16('\uFEFFtitle\ttext\r\nA\tOne\r\n', 'utf-16le')],
    ['line ends of all kinds', 'title,text\r\nA,One\rB,One\nC,One'],
    ['quotation marks within cells', 'title,text\nA,One\n5" pipe,One\n'],
    ['cells past the last column', 'title,text\nA,One,,\n'],
  ])('may have %s', async (_, content) => {
    for (const pieceBytes of [1, 7, 1000]) {
      const { documents, refused } = await read(content, 'news.csv', pieceBytes)
      expect(refused).toEqual([])
      expect(new Set(documents.map(({ text }) => text))).toEqual(new Set(['One']))
      expect(documents[0]?.metadata.title).toBe('A')
    }
  })

  it('is read in an older encoding, also where that shows late', async () => {
    const content = `title,text\n${'A,One\n'.repeat(3000)}B,“É”\n`
    const { documents, refused } = await read(encodeSingleByte(content, 'windows-1252'))
    expect(refused).toEqual([])
    expect(documents.at(-1)).toMatchObject({ text: '“É”', decoding: { encoding: 'windows-1252' } })
  })

  it('may have no head, and columns of one name', async () => {
    const headless = await read(`1,"${article}"\n2,"${article}"\n`)
    expect(headless).toMatchObject({
      documents: [{ place: 'row 1', metadata: { other: { 'column 1': '1' } } }, { place: 'row 2' }],
      changed: [{ reason: expect.stringContaining('no head') }],
    })
    const doubled = await read(`text,note,note\n"${article}",a,b\n`)
    expect(doubled).toMatchObject({
      documents: [{ metadata: { other: { note: 'a', 'note (2)': 'b' } } }],
      changed: [{ reason: expect.stringContaining('“note (2)”') }],
    })
  })

  it('refuses rows that it cannot place, and goes on', async () => {
    const content = 'title,text,desk\nA,One,x\nB,Two\nC,Three,x,y\nD,,x\nE,Four,x\n'
    expect(await read(content)).toMatchObject({
      documents: [{ place: 'row 2' }, { place: 'row 6', text: 'Four' }],
      refused: [
        { thing: 'document', place: 'row 3', code: 'malformed', expected: '3', found: '2' },
        { place: 'row 4', code: 'malformed', found: '4' },
        { place: 'row 5', code: 'empty' },
      ],
    })
  })

  it('goes by the columns that were chosen', async () => {
    const file = sourceFileOf('news.csv', 'a,b,c\nOne,Two,Three\n')
    const chosen = (columns: Readonly<Record<string, string>>) =>
      readFileAs(tableFormat, file, { columns: { ...nothing, text: '', ...columns } })
    expect(await chosen({ text: 'b', title: 'c' })).toMatchObject({
      documents: [{ text: 'Two', metadata: { title: 'Three', other: { a: 'One' } } }],
    })
    expect(await chosen({ text: 'd' })).toMatchObject({
      refused: [{ code: 'invalidArguments', reason: expect.stringMatching(/“d”.*“a”, “b”, “c”/) }],
    })
  })

  it('is refused where it is not certain which column holds the text, with the columns named', async () => {
    expect(await read('a,b\nOne,Two\n')).toMatchObject({
      documents: [],
      refused: [
        {
          thing: 'file',
          code: 'invalidArguments',
          reason: expect.stringMatching(/--column text=NAME.*“a”, “b”/),
        },
      ],
    })
  })

  it('may be JSON Lines or a list, with values of any kind', async () => {
    const rows = [
      { text: 'One', title: 'A', id: 7, tags: ['x', 'y'], empty: null },
      { text: 'Two 👩🏽‍🚀' },
    ]
    for (const [path, content] of [
      ['a.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')],
      ['a.json', JSON.stringify(rows, null, 2)],
    ] as const) {
      expect(await read(content, path)).toMatchObject({
        documents: [
          { text: 'One', metadata: { title: 'A', other: { id: '7', tags: '["x","y"]' } } },
          { text: 'Two 👩🏽‍🚀' },
        ],
        refused: [],
      })
    }
    expect(await read('{"text":"One"}\n{"text":\n[1]\n{"text":"Two"}\n', 'a.jsonl')).toMatchObject({
      documents: [{ place: 'line 1' }, { place: 'line 4' }],
      refused: [{ place: 'line 2' }, { place: 'line 3' }],
    })
  })

  it('shows its head', async () => {
    const long = '👩🏽‍🚀'.repeat(300)
    const content = `a,b\n${long},x\n${'One,Two\n'.repeat(100)}`
    const head = await tableHeadOf(sourceFileOf('news.csv', content))
    expect(head).toMatchObject({ columns: ['a', 'b'], guess: { text: 'a' }, sure: false })
    expect(head.rows).toHaveLength(5)
    expect(head.rows[1]).toEqual(['One', 'Two'])
    expect(head.rows[0]?.[0]).toMatch(/^(?:👩🏽‍🚀)+…$/u)
  })

  it('is known by its content and name', async () => {
    const recognised = async (path: string, content: string | Uint8Array) =>
      tableFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.CSV', 'a,b\n1,2')).toBe('likely')
    expect(await recognised('a.txt', 'a,b\n1,2')).toBe('no')
    expect(await recognised('a.jsonl', '{"id":1,"body":"One"}\n')).toBe('likely')
    expect(await recognised('a.json', '[\n {"text":"One"}]')).toBe('likely')
    expect(await recognised('a.json', '{"text":"One","label":[]}')).toBe('possible')
    expect(await recognised('a.json', '{"name":"One"}')).toBe('possible')
    expect(await recognised('a.txt', '{"text":"One"}')).toBe('no')
    expect(await recognised('a.json', '"text"')).toBe('no')
    expect(await recognised('a.csv', Uint8Array.of(0, 1, 2, 3))).toBe('no')
    const own = 'document_id;annotation_id;label;start_utf16;end_utf16;quote;text\r\n'
    expect(await recognised('a.txt', own)).toBe('certain')
  })

  it('has the cells that another reader of CSV has', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('"', ',', '\n', '\r\n', 'a"b', "'", '=1'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        async (pairs) => {
          const clean = pairs.map(([one, other]) => [
            `x${one}`.replaceAll('\0', ''),
            other.replaceAll('\0', ''),
          ])
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const content = [
            'note,text',
            ...clean.map((row) => row.map((text) => quoted(text ?? '')).join(',')),
          ].join('\r\n')
          const expected: string[][] = parse(content, {
            from: 2,
            record_delimiter: '\r\n',
            relax_column_count: true,
          })
          const { documents, refused } = await readFileAs(
            tableFormat,
            sourceFileOf('a.csv', content, 5),
            { columns: { ...nothing, text: 'text' } },
          )
          expect(documents.map(({ metadata, text }) => [metadata.other['note'], text])).toEqual(
            expected.filter((row) => row[1]?.trim() !== ''),
          )
          expect(documents.length + refused.length).toBe(expected.length)
        },
      ),
    )
  })
})

describe('a hostile table', () => {
  it.each([
    ['is empty', '', 'empty'],
    ['is blank', '\n\n , \n', 'empty'],
    ['has a quotation mark without a second one', 'text,b\n"One,Two\nThree,Four\n', 'malformed'],
    ['has very many columns', `${'a,'.repeat(6000)}text\n`, 'tooLarge'],
    ['has a very long row', `text,b\n"${'x'.repeat(70_000_000)}`, 'tooLarge'],
    ['holds zeros', 'text,b\nOne\0,Two\n', 'binary'],
    [
      'is cut short in a character',
      Buffer.from('text,b\né é é é,Two\né').subarray(0, -1),
      'undecodable',
    ],
  ])('is refused where it %s', async (_, content, code) => {
    expect(await read(content)).toMatchObject({ documents: [], refused: [{ code }] })
  })

  it('keeps what it had before a row that cannot be read', async () => {
    const content = `text,b\n${'One,Two\n'.repeat(1000)}"Three,Four\n`
    const { documents, refused } = await read(content)
    expect(documents).toHaveLength(1000)
    expect(refused).toMatchObject([{ place: 'row 1002', code: 'malformed' }])
  })

  it('may be long', async () => {
    const { documents } = await read(`text,b\n${'One,Two\n'.repeat(100_000)}`, 'a.csv', 64 * 1024)
    expect(documents).toHaveLength(100_000)
  })
})
