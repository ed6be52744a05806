import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { corePropertiesOf, docxOf, footnotesOf, paragraph, run } from './docx.fixture.ts'
import { docxFormat } from './docx.ts'

async function read(content: Uint8Array, path = 'The dam.docx') {
  return readFileAs(docxFormat, sourceFileOf(path, content))
}

async function textOf(body: string): Promise<string | undefined> {
  return (await read(docxOf(body))).documents[0]?.text
}

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

describe('a Word document', () => {
  it('is its running text, paragraph by paragraph', async () => {
    const body = [
      paragraph(run('Dam will hold'), 'T'),
      paragraph(`${run('“It  holds,” ')}${run('she said 👩🏽‍🚀 & left.')}`),
      paragraph(''),
      paragraph(`${run('One')}<w:r><w:tab/></w:r>${run('two')}<w:r><w:br/></w:r>${run('three')}`),
    ].join('')
    const { documents, refused } = await read(docxOf(body))
    expect(refused).toEqual([])
    expect(documents).toMatchObject([
      {
        text: 'Dam will hold\n\n“It  holds,” she said 👩🏽‍🚀 & left.\n\nOne\ttwo\nthree',
        metadata: { title: 'Dam will hold', author: null, date: null },
        changed: [],
      },
    ])
  })

  it('has the rows of its tables as lines, with tabs between cells', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
    const row = (...texts: readonly string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`
    const table = `<w:tbl>${row('Who', 'Said')}${row('Kim', 'no')}</w:tbl>`
    expect(await textOf(`${paragraph(run('Before'))}${table}${paragraph(run('After'))}`)).toBe(
      'Before\n\nWho\tSaid\nKim\tno\n\nAfter',
    )
  })

  it('has its notes at the end, and leaves out what was deleted', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const deleted = '<w:del w:id="9"><w:r><w:delText>not </w:delText></w:r></w:del>'
    const inserted = `<w:ins w:id="8">${run('surely ')}</w:ins>`
    const body = paragraph(
      `${run('It will ')}${deleted}${inserted}${run('hold')}${reference(1)}${run(', she said')}${reference(2)}${run('.')}`,
    )
    const notes = footnotesOf('By letter.', ' On Monday.')
    expect(await read(docxOf(body, { 'word/footnotes.xml': notes }))).toMatchObject({
      documents: [
        {
          text: 'It will surely hold[1], she said[2].\n\n[1] By letter.\n[2] On Monday.',
          changed: [{ reason: expect.stringContaining('2 footnotes') }],
        },
      ],
    })
  })

  it('says of itself who wrote it and when', async () => {
    const core = corePropertiesOf(
      '<dc:title>A title</dc:title><dc:creator>Jo Writer</dc:creator><dc:language>en-gb</dc:language><dcterms:created>2026-03-04T05:06:07Z</dcterms:created>',
    )
    const content = docxOf(paragraph(run('Text'), 'H1'), { 'docProps/core.xml': core })
    expect(await read(content)).toMatchObject({
      documents: [
        {
          metadata: {
            title: 'A title',
            author: 'Jo Writer',
            date: '2026-03-04T05:06:07Z',
            language: 'en-GB',
          },
        },
      ],
    })
    const untitled = docxOf(paragraph(run('Text')), { 'docProps/core.xml': '<broken' })
    expect(await read(untitled)).toMatchObject({ documents: [{ metadata: { title: 'The dam' } }] })
  })

  it('tells what is left out', async () => {
    const content = docxOf(paragraph(run('Text')), {
      'word/media/image1.png': Uint8Array.of(1, 2, 3),
      'word/header1.xml': '<w:hdr xmlns:w="urn:x"/>',
      'word/comments.xml': '<w:comments xmlns:w="urn:x"/>',
    })
    const { documents } = await read(content)
    expect(documents[0]?.changed.map(({ reason }) => reason)).toEqual([
      'Headers and footers of its pages were left out.',
      'Comments were left out.',
      'Pictures were left out.',
    ])
  })

  it('is known by its content', async () => {
    const recognised = async (path: string, content: Uint8Array) =>
      docxFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.bin', docxOf(''))).toBe('certain')
    expect(await recognised('a.zip', zipSync({ 'a.txt': Buffer.from('x') }))).toBe('no')
    expect(await recognised('a.doc', compound)).toBe('likely')
    expect(await recognised('a.msg', compound)).toBe('no')
    expect(await recognised('a.docx', Buffer.from('Text'))).toBe('no')
  })
})

describe('a document that is refused', () => {
  it.each([
    [
      'is of Word 97',
      Buffer.concat([compound, Buffer.from('WordDocument', 'utf16le')]),
      'unsupported',
      '.docx',
    ],
    [
      'has a password',
      Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      'unsupported',
      'password',
    ],
    ['is no document', zipSync({ 'a.txt': Buffer.from('x') }), 'unsupported', 'no Word document'],
    ['is cut short', docxOf(paragraph(run('Text'))).subarray(0, 400), 'damaged', 'cut short'],
    ['holds no text', docxOf(paragraph('')), 'empty', 'no text'],
    [
      'declares entities',
      docxOf('', { 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "aa">]><d>&a;</d>' }),
      'hostile',
      'declaration',
    ],
    ['is no XML', docxOf('', { 'word/document.xml': 'Text' }), 'damaged', 'could not be read'],
    [
      'nests without end',
      docxOf(
        `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`,
      ),
      'hostile',
      'nested',
    ],
    ['unpacks to very much', docxOf(paragraph(run(' '.repeat(40_000_000)))), 'tooLarge', '32 MB'],
    ['is made of very many pieces', docxOf('<w:p/>'.repeat(700_000)), 'tooLarge', '600000 tags'],
  ])('%s', async (_, content, code, words) => {
    expect(await read(content)).toMatchObject({
      documents: [],
      refused: [{ thing: 'file', code, reason: expect.stringContaining(words) }],
    })
  })

  it('unpacks to more than it declares', async () => {
    const honest = Buffer.from(docxOf(paragraph(run(' '.repeat(30_000_000)))))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(30_000_000 + declaredOverhead(honest))
    // Every place that declares the size of the document, in its own header and in the central directory.
    const lying = Buffer.from(honest)
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at + 1)) {
      lying.writeUInt32LE(100, at)
    }
    expect(lying.equals(honest)).toBe(false)
    expect(await read(lying)).toMatchObject({ refused: [{ code: 'damaged' }] })
  })
})

/** How many bytes the document has besides its spaces. */
function declaredOverhead(content: Buffer): number {
  const name = 'word/document.xml'
  const header = content.lastIndexOf(name) - 46
  return content.readUInt32LE(header + 24) - 30_000_000
}
