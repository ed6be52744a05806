import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryDataset } from '../../arbitrary-dataset.ts'
import type { Dataset } from '../../comparable-dataset.fixture.ts'
import { expectRoundTrip, filesOf } from '../../exchange.fixture.ts'
import { uimaXmiFormat as importFormat } from '../../importers/formats/uima-xmi.ts'
import { typesIn } from '../../importers/formats/uima/type-system-xml.ts'
import { typeSystemOf } from '../../importers/formats/uima/type-system.ts'
import { sourceFileOf } from '../../importers/source-file.fixture.ts'
import { readXml } from '../../importers/xml-source/xml-source.ts'
import { awkwardFields } from '../xml-text.fixture.ts'
import { uimaXmiFormat } from './uima-xmi.ts'

function filesFor(dataset: Dataset) {
  const { files, changed, refused } = filesOf(uimaXmiFormat, dataset)
  expect(refused).toEqual([])
  return { changed, text: (path: string) => files.get(path)?.toString('utf8') ?? '' }
}

describe('uimaXmiFormat', () => {
  it('is read back as the same project and written as the same bytes', async () => {
    const property = fc.asyncProperty(arbitraryDataset, fc.boolean(), async (dataset, awkward) => {
      const given = awkward ? awkwardFields(dataset) : dataset
      await expectRoundTrip(uimaXmiFormat, importFormat, given)
    })
    await expect(fc.assert(property)).resolves.toBeUndefined()
  })

  it('describes every type and feature that it writes', async () => {
    const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
      const { files } = filesOf(uimaXmiFormat, awkwardFields(dataset))
      const described = files.get('TypeSystem.xml') ?? ''
      const types = typeSystemOf(typesIn((await readXml(sourceFileOf('t.xml', described))).root))
      for (const [path, bytes] of files) {
        if (!path.endsWith('.xmi')) continue
        const { root } = await readXml(sourceFileOf(path, bytes))
        for (const child of root.children) {
          if (typeof child === 'string' || child.namespace !== 'http:///verbatim.ecore') continue
          const type = `verbatim.${child.name}`
          const named = [...child.attributes.keys()].filter((name) => !name.startsWith('{'))
          const missing = named.filter((name) => types.feature(type, name) === null)
          expect([types.has(type), missing]).toEqual([true, []])
        }
      }
    })
    await fc.assert(property, { numRuns: 30 })
  })

  it('writes offsets in UTF-16 code units of a text whose unwritable characters have stand-ins', () => {
    const [sample] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })
    const [first] = sample?.documents ?? []
    if (sample === undefined || first === undefined) throw new Error('no sample')
    const text = '😀\u0000\tword'
    const dataset: Dataset = {
      ...sample,
      relations: [],
      documents: [
        {
          relations: [],
          document: {
            ...first.document,
            title: 'A',
            text,
            annotations: [
              {
                id: '01900000-0000-7000-8000-000000000001',
                label: 'claim',
                spans: [
                  { start: 0, end: 2, startCodePoint: 0, endCodePoint: 1 },
                  { start: 4, end: 8, startCodePoint: 3, endCodePoint: 7 },
                ],
                quote: '😀 word',
                prefix: '',
                suffix: '',
                attribution: [],
                speaker: null,
                attributes: { checkable: true },
                note: 'bell \u0007',
                annotator: 'A',
                createdAt: '2026-01-01T00:00:00.000Z',
                updatedAt: '2026-01-01T00:00:00.000Z',
              },
            ],
          },
        },
      ],
    }
    const { text: fileText, changed } = filesFor(dataset)
    const xmi = fileText('A.xmi')
    expect(xmi).toContain('sofaString="😀␀&#9;word"')
    expect(xmi).toContain('standIns="2:0"')
    expect(xmi).toContain('begin="0" end="2" label="claim"')
    expect(xmi).toContain('begin="4" end="8" label="claim"/>')
    expect(xmi).toContain(
      '<verbatim:Continuation xmi:id="5" sofa="1" begin="4" end="8" Governor="3" Dependent="4"/>',
    )
    expect(xmi).toContain('yesNo_checkable="true"')
    expect(xmi).toContain('note="bell \\u0007"')
    expect(changed.map(({ thing, code }) => [thing, code])).toEqual([
      ['annotation', 'notHeld'],
      ['annotation', 'escaped'],
      ['document', 'escaped'],
    ])
    expect(fileText('TypeSystem.xml')).toContain('<name>yesNo_checkable</name>')
  })
})
