import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { readFileAs, sourceFileOf } from '../../source-file.fixture.ts'
import { labelStudioFormat } from './label-studio.ts'
import { pageTextOf } from './page-text.ts'

const read = (...tasks: readonly unknown[]) =>
  readFileAs(labelStudioFormat, sourceFileOf('tasks.json', JSON.stringify(tasks)))

test('regions of a page are believed where they say their text', async () => {
  const onPage = (start: number, end: number, said: string | undefined) => ({
    id: `${start} ${end}`,
    from_name: 'label',
    to_name: 'text',
    type: 'hypertextlabels',
    value: {
      start: '/p[1]/text()[1]',
      end: '/p[2]/text()[1]',
      startOffset: 0,
      endOffset: 3,
      globalOffsets: { start, end },
      text: said,
      hypertextlabels: ['PER'],
    },
  })
  const html = '<p>Kim &amp; Bo<br>met</p><p>Lee.</p>'
  const { documents } = await read({
    data: { html },
    annotations: [
      {
        result: [
          onPage(0, 8, 'Kim & Bo'),
          onPage(12, 15, 'Lee'),
          onPage(9, 15, 'met\\n\\nLee'),
          onPage(9, 12, undefined),
          { ...onPage(1, 2, 'x'), value: { start: '/p[1]', end: '/p[1]', startOffset: 0 } },
        ],
      },
    ],
  })
  expect(documents[0]?.text).toBe('Kim & Bo\nmet\nLee.\n')
  expect(documents[0]?.annotations.map(({ spans, quote }) => [spans, quote])).toEqual([
    [[{ start: 0, end: 8 }], 'Kim & Bo'],
    [[{ start: 13, end: 16 }], 'Lee'],
    [[{ start: 9, end: 16 }], 'met\nLee'],
  ])
  expect(documents[0]?.refused).toHaveLength(2)
})

test('offsets among text nodes lie at the same characters of the text', async () => {
  const words = fc.array(fc.constantFrom('word', ' ', '😀', 'é', '漢字', '\n'), { minLength: 1 })
  const property = fc.asyncProperty(fc.array(words, { minLength: 1 }), async (paragraphs) => {
    const texts = paragraphs.map((parts) => parts.join(''))
    const page = await pageTextOf(texts.map((each) => `<p>${each}</p>`).join(''))
    const { toUtf16 } = indexCodePoints(page.text)
    let offset = 0
    for (const each of texts) {
      const end = offset + indexCodePoints(each).length
      const found = page.text.slice(
        toUtf16(page.toText(offset, 'start')),
        toUtf16(page.toText(end, 'end')),
      )
      expect(found).toBe(each)
      offset = end
    }
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})
