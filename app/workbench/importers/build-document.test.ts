import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { maxDocumentBytes } from '../../../shared/contract.ts'
import { sha256Of } from '../sha256.ts'
import { buildDocument } from './build-document.ts'
import { encodeUtf16 } from './encode.fixture.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-import-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function build(path: string, format = 'auto') {
  return buildDocument({ kind: 'path', path }, format)
}

describe('buildDocument', () => {
  it('keeps complete provenance of a file', async () => {
    const bytes = encodeUtf16('\uFEFFOne\r\ntwo\rthree\nfour “é”', 'utf-16be')
    const path = await fileOf('The dam.txt', bytes)
    const result = await buildDocument({ kind: 'path', path }, 'auto')
    expect(result).toMatchObject({
      ok: true,
      value: {
        text: 'One\ntwo\nthree\nfour “é”',
        document: {
          title: 'The dam',
          length: 22,
          sha256: sha256Of('One\ntwo\nthree\nfour “é”'),
          status: 'todo',
          provenance: {
            fileName: 'The dam.txt',
            format: 'text',
            encoding: 'utf-16be',
            byteOrderMark: true,
            byteLength: bytes.length,
            sha256: sha256Of(bytes),
            lineEnds: [
              ['crlf', 1],
              ['cr', 1],
              ['lf', 1],
            ],
          },
        },
      },
    })
  })

  it('takes pasted text without inventing bytes', async () => {
    const text = '\nThe dam broke.\r\nNobody was hurt.'
    const untitled = await buildDocument({ kind: 'paste', title: ' ', text }, 'auto')
    expect(untitled).toMatchObject({
      ok: true,
      value: {
        text: '\nThe dam broke.\nNobody was hurt.',
        document: {
          title: 'The dam broke.',
          provenance: { fileName: null, encoding: null, byteLength: null, sha256: null },
        },
      },
    })
    const titled = await buildDocument({ kind: 'paste', title: 'Dam', text }, 'auto')
    expect(titled).toMatchObject({ ok: true, value: { document: { title: 'Dam' } } })
  })

  it.each([
    ['', 'empty'],
    [' \u00A0\n', 'empty'],
    ['half \uD83D', 'undecodable'],
    ['a\0b', 'undecodable'],
    ['x'.repeat(maxDocumentBytes + 1), 'tooLarge'],
  ])('refuses a paste that is not a text (%#)', async (text, code) => {
    const result = await buildDocument({ kind: 'paste', title: '', text }, 'auto')
    expect(result).toMatchObject({ ok: false, failure: { code } })
  })

  it('goes by the extension, or by the format that is named', async () => {
    const markdown = await fileOf('a.MD', '# Heading\n')
    const page = await fileOf('a.html', '<p>Text</p>')
    const bare = await fileOf('Kim vs. Trump', 'Text')
    expect(await build(markdown)).toMatchObject({
      ok: true,
      value: { document: { title: 'Heading' } },
    })
    expect(await build(page)).toMatchObject({ ok: false, failure: { code: 'unsupported' } })
    expect(await build(bare)).toMatchObject({ ok: true })
    expect(await buildDocument({ kind: 'path', path: page }, 'text')).toMatchObject({
      ok: true,
      value: { text: '<p>Text</p>' },
    })
  })

  it('refuses what is too large without reading it, and says both sizes', async () => {
    const path = await fileOf('huge.txt', '')
    // A sparse file: reading all of it would take more memory than a test may.
    await truncate(path, 1024 ** 4)
    const result = await buildDocument({ kind: 'path', path }, 'auto')
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'tooLarge', message: expect.stringMatching(/1048576 MB.*32 MB/) },
    })
  })

  it('names what is wrong with a path', async () => {
    await mkdir(join(folder, 'sub'))
    const file = await fileOf('a.txt', 'Text')
    const empty = await fileOf('empty.txt', '')
    expect(await build(join(folder, 'none.txt'))).toMatchObject({ failure: { code: 'notFound' } })
    expect(await build(join(file, 'x'))).toMatchObject({ failure: { code: 'notFound' } })
    expect(await build(join(folder, 'sub'))).toMatchObject({ failure: { code: 'unsupported' } })
    expect(await build(empty)).toMatchObject({ failure: { code: 'empty' } })
  })
})
