import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { FailureCode } from '../../../../shared/result.ts'
import { Refusal } from '../refusal.ts'
import { sourceFileOf } from '../source-file.fixture.ts'
import { maxXmlDepth, readXml } from './xml-source.ts'
import { elementAt, elementsOf, textOf, walk, wordsOf, xmlId } from './xml-tree.ts'

async function read(content: string | Uint8Array) {
  return (await readXml(sourceFileOf('a.xml', content))).root
}

async function refusalOf(content: string | Uint8Array): Promise<readonly [FailureCode, string]> {
  try {
    await read(content)
  } catch (error) {
    if (error instanceof Refusal) return [error.remark.code, error.remark.place ?? '']
    throw error
  }
  throw new Error('was read')
}

describe('readXml', () => {
  it('gives elements with namespaces, attributes as written and lines', async () => {
    const root = await read(
      '<?xml version="1.0"?>\n<!DOCTYPE r SYSTEM "r.dtd">\n<n:r xmlns:n="urn:n" xml:id="x" n:a="1" b="2">\n  one<!-- no --> <![CDATA[<two>]]>\n<c/>&#x1F600;</n:r>',
    )
    expect([root.name, root.namespace, root.line]).toEqual(['r', 'urn:n', 3])
    expect([...root.attributes]).toEqual([
      [xmlId, 'x'],
      ['{urn:n}a', '1'],
      ['b', '2'],
    ])
    expect(root.children.filter((child) => typeof child === 'string')).toEqual([
      '\n  one <two>\n',
      '😀',
    ])
    expect(elementAt(root, 'c')?.line).toBe(5)
    expect(elementAt(root, 'c', 'd')).toBeNull()
  })

  it('reads white space in attributes as the specification has it: references stay, line ends become spaces', async () => {
    const root = await read('<r a="x&#10;&#9;&#13;y\r\nz\tw"/>')
    expect(root.attributes.get('a')).toBe('x\n\t\ry z w')
  })

  it.each([
    ['unclosed', '<r><a></r>', 'malformed'],
    ['cut short', '<r><a', 'malformed'],
    ['nothing', '', 'malformed'],
    ['no XML', 'plain text', 'malformed'],
    ['two roots', '<a/><b/>', 'malformed'],
    ['unbound prefix', '<x:a/>', 'malformed'],
    ['an attribute twice', '<a b="1" b="2"/>', 'malformed'],
    ['a control character', '<a>\u0001</a>', 'malformed'],
    ['half of a pair', '<a>&#xD800;</a>', 'malformed'],
    ['unknown entity', '<a>&nbsp;</a>', 'malformed'],
    ['a name of every object', '<a>&constructor;&__proto__;</a>', 'malformed'],
    ['entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'hostile'],
    [
      'external entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'hostile',
    ],
    [
      'parameter entity',
      '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1/">%b;]><a/>',
      'hostile',
    ],
    [
      'billion laughs',
      `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]><a>&l9;</a>`,
      'hostile',
    ],
    ['depth', '<a>'.repeat(1_000_000), 'hostile'],
    ['unknown encoding', '<?xml version="1.0" encoding="x-klingon"?><a/>', 'undecodable'],
    ['wrong encoding', Buffer.from('<a>\n\xe4</a>', 'latin1'), 'undecodable'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 'undecodable'],
    ['noise', Buffer.from([0x00, 0x01, 0x02, 0xff]), 'undecodable'],
  ])('refuses %s', async (_, content, code) => {
    expect((await refusalOf(content))[0]).toBe(code)
  })

  it('says where', async () => {
    expect((await refusalOf('<r>\n  <a></b>\n</r>'))[1]).toMatch(/^line 2, column \d+$/)
    expect((await refusalOf(Buffer.from('<r>\n\xe4</r>', 'latin1')))[1]).toBe('line 2')
  })

  it('refuses more elements and attributes than it keeps', async () => {
    const file = sourceFileOf('a.xml', `<r>${'<a b=""/>'.repeat(50)}</r>`)
    await expect(readXml(file, { depth: 9, nodes: 100 })).rejects.toThrow(Refusal)
    expect((await readXml(file, { depth: 2, nodes: 101 })).root.children.length).toBe(50)
  })

  it('takes the deepest nesting it allows, and any length of attributes and texts', async () => {
    const deep = await read('<a>'.repeat(maxXmlDepth) + '</a>'.repeat(maxXmlDepth))
    expect([...walk(deep)].length).toBe(2 * maxXmlDepth)
    const long = `${'x'.repeat(9_999_990)}&#10;&amp;`
    const root = await read(`<a b="${long}">${long}</a>`)
    expect(root.attributes.get('b')?.length).toBe(9_999_992)
    expect(textOf(root).length).toBe(9_999_992)
  })

  it.each([
    ['utf-8', false, Buffer.from('<?xml version="1.0"?><a>ä漢</a>')],
    ['utf-8', true, Buffer.from('\ufeff<a>ä漢</a>')],
    ['utf-16le', true, Buffer.from('\ufeff<a>ä漢</a>', 'utf16le')],
    ['utf-16le', false, Buffer.from('<a>ä漢</a>', 'utf16le')],
    ['utf-16be', true, Buffer.from('\ufeff<a>ä漢</a>', 'utf16le').swap16()],
    ['utf-8', false, Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>ä漢</a>')],
  ])('reads %s (mark: %s)', async (encoding, byteOrderMark, bytes) => {
    const { root, decoding } = await readXml(sourceFileOf('a.xml', bytes))
    expect([decoding, textOf(root)]).toEqual([{ encoding, byteOrderMark }, 'ä漢'])
  })

  it('reads XML 1.1, which has references to most control characters', async () => {
    const root = await read('<?xml version="1.1"?><a b="&#1;">&#x1f;</a>')
    expect([root.attributes.get('b'), textOf(root)]).toEqual(['\u0001', '\u001f'])
  })

  it('reads a declared encoding', async () => {
    const bytes = Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe4</a>", 'latin1')
    expect(textOf(await read(bytes))).toBe('ä')
  })

  it('gives back any text that XML can hold, whatever way it is cut into references', async () => {
    const characters = fc
      .string({ unit: 'binary' })
      .map((text) => text.replaceAll(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, ''))
    await fc.assert(
      fc.asyncProperty(characters, async (text) => {
        const escaped = text.replaceAll(
          /[&<>"\n\t]/g,
          (character) => `&#${character.codePointAt(0)};`,
        )
        const root = await read(`<a b="${escaped}">${escaped}</a>`)
        expect([root.attributes.get('b'), textOf(root)]).toEqual([text, text])
      }),
    )
  })
})

describe('walk', () => {
  it('passes by what it is told to', async () => {
    const root = await read('<a>1<b>2</b>3</a>')
    const steps = walk(root)
    const seen: string[] = []
    for (let step = steps.next(); step.done !== true;) {
      const { value } = step
      seen.push(value.kind === 'text' ? value.text : `${value.kind} ${value.element.name}`)
      step = steps.next(!(value.kind === 'enter' && value.element.name === 'b'))
    }
    expect(seen).toEqual(['enter a', '1', 'enter b', 'leave b', '3', 'leave a'])
    expect(elementsOf(root).map(wordsOf)).toEqual(['2'])
  })
})
