import { describe, expect, it } from 'vitest'

import { sourceFile } from '../../../exchange.fixture.ts'
import { readFileAs, sampleOf } from '../../source-file.fixture.ts'
import { annotation, position, quote } from './reading.fixture.ts'
import { w3cFormat } from './w3c.ts'

describe('a text beside the file', () => {
  const text = 'One 😀.\r\nThe dam broke. The dam held.\r\n'

  async function readBeside(value: unknown, article = text) {
    const files = new Map([
      ['batch/notes.jsonld', Buffer.from(JSON.stringify(value))],
      ['batch/article one.txt', Buffer.from(article)],
      ['batch/other.txt', Buffer.from('Other.')],
    ])
    const file = sourceFile(files, 'batch/notes.jsonld', 1000)
    const companions = w3cFormat.companions?.(await sampleOf(file))
    return { companions, ...(await readFileAs(w3cFormat, file)) }
  }

  it.each(['article one.txt', './article%20one.txt', 'file:///home/ada/article%20one.txt'])(
    'is the document of annotations whose source is %s',
    async (source) => {
      const target = { source, selector: [quote('dam'), position(12, 15)] }
      const { companions, documents, annotations } = await readBeside(annotation({ target }))
      expect(companions).toEqual(['article one.txt'])
      expect(annotations).toEqual([])
      expect(documents).toMatchObject([
        {
          text,
          offsetUnit: 'codePoint',
          metadata: { title: 'article one' },
          annotations: [{ quote: 'dam' }],
        },
      ])
    },
  )

  it.each(['https://news.example/article one.txt', 'another.txt', 'article one'])(
    'is not %s',
    async (source) => {
      const { companions, documents } = await readBeside(
        annotation({ target: { source, selector: quote('dam') } }),
      )
      expect({ companions, documents }).toEqual({ companions: [], documents: [] })
    },
  )

  it.each([
    [
      'a fragment, where a line end is one character',
      { type: 'FragmentSelector', value: 'char=11,14' },
      'dam',
    ],
    ['a fragment to the end', { type: 'FragmentSelector', value: 'char=30,' }, 'held.\r\n'],
    [
      'a range between quotes',
      { type: 'RangeSelector', startSelector: quote('broke'), endSelector: quote('held') },
      'broke. The dam ',
    ],
    ['a quote in a position', { ...position(9, 23), refinedBy: quote('dam') }, 'dam'],
  ])('lets %s be found', async (_, selector, slice) => {
    const { documents } = await readBeside(
      annotation({ target: { source: 'article one.txt', selector } }),
    )
    const [span] = documents[0]?.annotations[0]?.spans ?? []
    expect(Array.from(text).slice(span?.start, span?.end).join('')).toBe(slice)
  })

  it('proves positions that are in UTF-16 code units', async () => {
    const target = { source: 'article one.txt', selector: [quote('dam'), position(13, 16)] }
    const { documents } = await readBeside(annotation({ target }))
    expect(documents[0]).toMatchObject({ offsetUnit: 'utf16', changed: [{ code: 'notHeld' }] })
  })
})
