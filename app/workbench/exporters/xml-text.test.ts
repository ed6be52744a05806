import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withStandIns } from '../../../shared/exchange/xml-characters.ts'
import { arbitrarySource } from '../../../shared/text/arbitrary-text.ts'
import { sourceFileOf } from '../importers/source-file.fixture.ts'
import { readXml } from '../importers/xml-source/xml-source.ts'
import { textOf } from '../importers/xml-source/xml-tree.ts'
import { xmlDeclaration, xmlElement, xmlText } from './xml-text.ts'

describe('xmlElement', () => {
  it('is read back exactly, carriage returns and other white space too', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySource.map(withStandIns), async (text) => {
        const written = xmlDeclaration + xmlElement('a', { b: text, c: null }, xmlText(text))
        const { root } = await readXml(sourceFileOf('a.xml', written))
        expect([...root.attributes]).toEqual([['b', text]])
        expect(textOf(root)).toBe(text)
      }),
    )
  })

  it('closes itself without content', () => {
    expect(xmlElement('a', { b: '"\n' })).toBe('<a b="&quot;&#10;"/>')
  })
})
