import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { markdownFormat, markdownTitle } from './markdown.ts'

describe('markdownTitle', () => {
  it.each([
    [
      'first heading',
      'Some words.\n\n## The *first* `heading` &amp; more\n\n# Second',
      'The first heading & more',
    ],
    ['underlined heading', 'The dam\n=======\n\nText', 'The dam'],
    ['heading with a link', '# [Report](https://example.org) on it', 'Report on it'],
    ['front matter', '---\ndate: 2026-01-01\ntitle: Plain words\n---\n# Other', 'Plain words'],
    ['quoted front matter', '---\r\ntitle: "A \\"quoted\\" name"\r\n---\r\n', 'A "quoted" name'],
    ['single-quoted front matter', "---\ntitle: 'It''s so' # note\n---\n", "It's so"],
    ['front matter without title', '---\ndate: 2026\n---\n\n# Heading', 'Heading'],
    ['front matter in blocks', '---\ntitle: >\n  folded\n---\n# Heading', 'Heading'],
    ['no heading', 'Only text.', 'fallback'],
    ['empty heading', '#\n\nText', 'fallback'],
    ['hash in a code block', '```\n# no heading\n```\n', 'fallback'],
  ])('%s', async (_, source, title) => {
    expect(await markdownTitle(source, 'fallback')).toBe(title)
  })
})

it('keeps Markdown exactly as written', async () => {
  const source = '---\ntitle: T\n---\n\n# *Head*\r\n\r\n> “quote”  \n<b>x</b>\n'
  const file = sourceFileOf('batch/a.md', source)
  expect(markdownFormat.recognise(await sampleOf(file))).toBe('likely')
  expect(await readFileAs(markdownFormat, file)).toMatchObject({
    documents: [{ metadata: { title: 'T' }, text: source }],
    refused: [],
  })
})
