import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { lineAt, linesAt, packedStreamOf, pdfOf, streamOf } from './pdf.fixture.ts'
import { pdfDateOf, pdfFormat } from './pdf.ts'

async function read(content: Uint8Array) {
  return readFileAs(pdfFormat, sourceFileOf('batch/The dam.pdf', content))
}

async function textOf(...pages: readonly string[]): Promise<string | undefined> {
  return (await read(pdfOf({ pages }))).documents[0]?.text
}

describe('a PDF', () => {
  it('is its text layer, line by line put together to paragraphs', async () => {
    const page = [
      lineAt(72, 720, 'Dam will hold', 18),
      linesAt(72, 680, ['“It holds,” the minister said on Monday in the', 'capital, and left.']),
      linesAt(72, 640, ['The engineers who had measured it for a year', 'said that it would not.']),
    ].join('')
    const { documents, refused } = await read(
      pdfOf({
        pages: [page],
        info: "/Title (Dam \\(new\\)) /Author <FEFF004A006F> /CreationDate (D:20260304050607+01'00')",
        catalog: '/Lang (en-GB)',
      }),
    )
    expect(refused).toEqual([])
    expect(documents).toMatchObject([
      {
        text: [
          'Dam will hold',
          '“It holds,” the minister said on Monday in the capital, and left.',
          'The engineers who had measured it for a year said that it would not.',
        ].join('\n\n'),
        metadata: {
          title: 'Dam (new)',
          author: 'Jo',
          date: '2026-03-04T05:06:07+01:00',
          language: 'en-GB',
        },
        changed: [
          { reason: expect.stringMatching(/a page: 0 words were joined.*columns.*headers/) },
        ],
      },
    ])
  })

  it('joins words that are broken at a line end, and says how many', async () => {
    const lines = [
      'They said the engin-',
      'eers of the well-known com-',
      'pany, a well-',
      'known one, met Anglo-',
      'Saxon ones in 1999-',
      '2001.',
    ]
    const { documents } = await read(pdfOf({ pages: [linesAt(72, 700, lines)] }))
    expect(documents).toMatchObject([
      {
        text: 'They said the engineers of the well-known company, a well-known one, met Anglo-Saxon ones in 1999-2001.',
        changed: [{ reason: expect.stringContaining('2 words were joined') }],
      },
    ])
  })

  it('goes on over the end of a column and of a page', async () => {
    const first = [
      linesAt(72, 700, ['The left column begins here and', 'goes on to the']),
      linesAt(320, 700, ['right one, where it stops now.', 'Another sentence ends only on']),
    ].join('')
    const second = linesAt(72, 700, ['the next page.'])
    expect(await textOf(first, second, linesAt(72, 700, ['A new page.']))).toBe(
      'The left column begins here and goes on to the right one, where it stops now. Another sentence ends only on the next page.\n\nA new page.',
    )
  })

  it('begins a paragraph where a line is set in, and where one ends early', async () => {
    const page = [
      linesAt(72, 700, [
        'The first paragraph of the article is as wide as this',
        'and ends about as far to the right as the column.',
      ]),
      linesAt(90, 676, ['The second is set in a little, and goes on in the']),
      linesAt(72, 664, [
        'next line. It ends early.',
        'The third is not set in at all but begins a new one.',
      ]),
    ].join('')
    expect((await textOf(page))?.split('\n\n').map((paragraph) => paragraph.slice(0, 9))).toEqual([
      'The first',
      'The secon',
      'The third',
    ])
  })

  it('has the date of its making in any precision', () => {
    expect(pdfDateOf('D:2026')).toBe('2026')
    expect(pdfDateOf('D:20260304')).toBe('2026-03-04')
    expect(pdfDateOf('D:20260304050607Z')).toBe('2026-03-04T05:06:07Z')
    expect(pdfDateOf("D:20260304050607-05'30'")).toBe('2026-03-04T05:06:07-05:30')
    expect(pdfDateOf('D:202603040506')).toBe('2026-03-04T05:06:00')
    expect(pdfDateOf('4 Mar 2026')).toBe('2026-03-04')
    expect(pdfDateOf('D:20261399')).toBeNull()
  })

  it('is known by its content', async () => {
    const recognised = async (path: string, content: string | Uint8Array) =>
      pdfFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.txt', pdfOf({ pages: [''] }))).toBe('certain')
    expect(await recognised('a.bin', '\n\n%PDF-1.4')).toBe('likely')
    expect(await recognised('a.pdf', 'Text')).toBe('no')
  })

  it('tells of pages without text', async () => {
    const { documents } = await read(pdfOf({ pages: [linesAt(72, 700, ['Text']), ''] }))
    expect(documents[0]?.changed).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('1 of its pages hold no text') }),
    )
  })

  it('tells of character maps that are missing', async () => {
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>'
    const { documents, refused } = await read(
      pdfOf({
        pages: [`${linesAt(72, 700, ['Text'])}BT /F2 10 Tf 72 600 Td <93FA967B> Tj ET`],
        objects: [
          '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>',
          descendant,
          '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 >>',
        ],
        resources: '/Font << /F1 3 0 R /F2 5 0 R >>',
      }),
    )
    expect(refused).toEqual([])
    expect(documents[0]?.changed).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('90ms-RKSJ-H') }),
    )
  })
})

describe('a PDF that is refused', () => {
  const text = linesAt(72, 700, ['Text'])
  const encrypt =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20> /U <2122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F40> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]'

  it.each([
    ['is scanned', pdfOf({ pages: ['100 0 0 100 72 600 cm'] }), 'empty', 'pictures'],
    ['has a password', pdfOf({ pages: [text], trailer: encrypt }), 'unsupported', 'password'],
    ['is cut short', pdfOf({ pages: [text] }).subarray(0, 60), 'damaged', 'damaged'],
    [
      'has too many pages',
      pdfOf({ pages: Array<string>(2001).fill('') }),
      'tooLarge',
      '2000 pages',
    ],
    [
      'unpacks to very much',
      pdfOf({ pages: [text], objects: [packedStreamOf(Buffer.alloc(130 * 1024 * 1024))] }),
      'hostile',
      '128 MB',
    ],
    [
      'unpacks twice to very much',
      pdfOf({ pages: [text], objects: [packedStreamOf(Buffer.alloc(130 * 1024 * 1024), 2)] }),
      'hostile',
      '128 MB',
    ],
    [
      'is made of very many parts',
      Buffer.from(`%PDF-1.7\n${'stream\n\x78\x9c'.repeat(100_000)}`, 'latin1'),
      'tooLarge',
      'parts',
    ],
    [
      'has a page of very many pieces',
      pdfOf({
        pages: [
          Array.from({ length: 100_001 }, (_, index) =>
            lineAt(index % 500, 700 - (index % 400), 'x'),
          ).join(''),
        ],
      }),
      'tooLarge',
      'pieces',
    ],
  ])('%s', async (_, content, code, words) => {
    expect(await read(content)).toMatchObject({
      documents: [],
      refused: [{ thing: 'file', code, reason: expect.stringContaining(words) }],
    })
  })

  it('loops: forms in themselves, pages in themselves, tables that lead back', async () => {
    const form = (name: string) =>
      streamOf(
        `${text}/${name} Do`,
        '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /XObject << /X1 5 0 R /X2 6 0 R >> >>',
      )
    const forms = await read(
      pdfOf({
        pages: ['/X1 Do'],
        objects: [form('X2'), form('X1')],
        resources: '/XObject << /X1 5 0 R >>',
      }),
    )
    expect(forms.documents).toHaveLength(1)
    const pages = pdfOf({ pages: [text] })
      .toString('latin1')
      .replace('/Kids [5 0 R]', '/Kids [2 0 R]')
    expect(await read(Buffer.from(pages, 'latin1'))).toMatchObject({
      refused: [{ code: 'damaged' }],
    })
    const tables = pdfOf({ pages: [text] }).toString('latin1')
    const start = Number(/startxref\n(\d+)/.exec(tables)?.[1])
    const back = tables.replace('/Info 4 0 R', `/Info 4 0 R /Prev ${start}`)
    expect(await read(Buffer.from(back, 'latin1'))).toMatchObject({ documents: [{ text: 'Text' }] })
  })

  it('has pages that are broken, and others are read', async () => {
    // The test runner would count what nobody waits for in pdf.js as errors of its own.
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    try {
      const whole = pdfOf({ pages: [text, text, text] }).toString('latin1')
      const broken = whole.replace('\n7 0 obj', '\n9 9 obj')
      const { documents } = await read(Buffer.from(broken, 'latin1'))
      expect(documents[0]?.text).toMatch(/Text/)
      expect(documents[0]?.changed).toContainEqual(
        expect.objectContaining({ reason: expect.stringContaining('could not be read: 2') }),
      )
      expect(process.listenerCount('unhandledRejection')).toBe(0)
    } finally {
      for (const listener of listeners) process.on('unhandledRejection', listener)
    }
  })
})
