import { describe, expect, it } from 'vitest'

import { encodeDoubleByte, encodeSingleByte, encodeUtf16 } from '../../encode.fixture.ts'
import { decodePage } from './decode-page.ts'

describe('the encoding of a page', () => {
  it.each([
    [
      'declared',
      encodeSingleByte('<meta charset=windows-1251>Нет', 'windows-1251'),
      'windows-1251',
    ],
    [
      'declared as by a server',
      encodeDoubleByte(
        '<META http-equiv="Content-Type" content="text/html; charset=gb2312">外交部',
        'gbk',
      ),
      'gbk',
    ],
    [
      'declared by XML',
      encodeSingleByte('<?xml version="1.0" encoding="ISO-8859-2"?><p>ś', 'iso-8859-2'),
      'iso-8859-2',
    ],
    ['a mark before any declaration', Buffer.from('\uFEFF<meta charset=windows-1251>é'), 'utf-8'],
    ['UTF-16 by its mark', encodeUtf16('\uFEFF<meta charset=utf-8>é', 'utf-16le'), 'utf-16le'],
    ['UTF-8 that declares UTF-16', Buffer.from('<meta charset=utf-16>é'), 'utf-8'],
    ['UTF-8 that declares what it was', Buffer.from('<meta charset=iso-8859-1>“é”'), 'utf-8'],
    [
      'an unknown one',
      encodeSingleByte('<meta charset=klingon>“é” naïve', 'windows-1252'),
      'windows-1252',
    ],
    ['none', Buffer.from('<p>é'), 'utf-8'],
  ])('is %s', (_, bytes, encoding) => {
    const decoded = decodePage('a.html', bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toMatch(/[éśНет外]/)
    expect(decoded.text).not.toMatch(/[\uFEFF\uFFFD]/)
  })

  it('keeps the page where a byte is broken, and leaves out zero characters', () => {
    const bytes = Buffer.from('<meta charset=utf-8>\0a\xff', 'latin1')
    expect(decodePage('a.html', bytes).text).toBe('<meta charset=utf-8>a\uFFFD')
  })
})
