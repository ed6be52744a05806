import { describe, expect, it } from 'vitest'

import { encodeSingleByte, encodeUtf16 } from '../encode.fixture.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { textFormat } from './text.ts'

describe('a plain text', () => {
  it('is the article, line ends and all, with the title of its file', async () => {
    const text = 'One\r\ntwo\rthree\n“é” 👩🏽‍🚀\u2028'
    const file = sourceFileOf('batch/The dam.txt', encodeUtf16(`\uFEFF${text}`, 'utf-16be'))
    expect(await readFileAs(textFormat, file)).toMatchObject({
      documents: [
        {
          text,
          metadata: { title: 'The dam', author: null },
          decoding: { encoding: 'utf-16be', byteOrderMark: true },
        },
      ],
      refused: [],
    })
  })

  it('is known by its name, and may be any other text too', async () => {
    const recognised = async (path: string, content: string | Uint8Array) =>
      textFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.TXT', 'Text')).toBe('likely')
    expect(await recognised('Kim vs. Trump', 'Text')).toBe('possible')
    expect(await recognised('a.txt', encodeSingleByte('déjà', 'windows-1252'))).toBe('likely')
    expect(await recognised('a.txt', Uint8Array.of(0, 1, 2, 3))).toBe('no')
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['The dam\0 broke at noon.', 'binary'],
    [Uint8Array.of(0xc3, 0xa9, 0xc3, 0xa9, 0xc3), 'undecodable'],
  ])('is refused where it holds none (%#)', async (content, code) => {
    const file = sourceFileOf('a.txt', content)
    expect(await readFileAs(textFormat, file)).toMatchObject({
      documents: [],
      refused: [{ thing: 'file', code }],
    })
  })
})
