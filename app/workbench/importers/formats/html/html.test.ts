import net from 'node:net'

import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../../source-file.fixture.ts'
import { htmlFormat } from './html.ts'

const sentence =
  'The minister said on Monday that the dam would hold, and the engineers, who had measured it, said it would not. '

const page = `<!DOCTYPE html>
<html lang="en-gb"><head>
<title>Dam will hold, minister says | The Daily Example</title>
<meta property="og:title" content="Dam will hold, minister says">
<meta property="og:site_name" content="The Daily Example">
<meta name="author" content="Jo  Writer">
<meta property="article:published_time" content="2026-03-04T05:06:07+01:00">
<link rel="canonical" href="/news/dam">
<base href="https://news.example/">
<script>globalThis.wasRun = true</script>
<link rel="stylesheet" href="https://news.example/style.css">
</head><body onload="globalThis.wasRun = true">
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h2>What was said</h2>
<p>${sentence.repeat(3)}</p><p>“It holds,”&nbsp;she said &amp; left.<br>${sentence.repeat(2)}</p>
<img src="https://news.example/pixel.png" onerror="globalThis.wasRun = true">
<iframe src="https://news.example/frame"></iframe>
<p>${sentence.repeat(3)}</p></article>
<footer><a href="/legal">Legal notice</a></footer>
</body></html>`

async function read(content: string | Uint8Array, path = 'a.html') {
  return readFileAs(htmlFormat, sourceFileOf(path, content))
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a web page', () => {
  it('is its article, with what it says of itself', async () => {
    const { documents, refused } = await read(page)
    expect(refused).toEqual([])
    const [document] = documents
    expect(document?.text).toBe(
      [
        'What was said',
        sentence.repeat(3).trim(),
        `“It holds,”\u00a0she said & left.\n${sentence.repeat(2).trim()}`,
        sentence.repeat(3).trim(),
      ].join('\n\n'),
    )
    expect(document).toMatchObject({
      metadata: {
        title: 'Dam will hold, minister says',
        source: 'The Daily Example',
        author: 'Jo Writer',
        date: '2026-03-04T05:06:07+01:00',
        url: 'https://news.example/news/dam',
        language: 'en-GB',
      },
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      changed: [],
    })
  })

  it('runs nothing and fetches nothing', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const connected = vi.spyOn(net.Socket.prototype, 'connect')
    await read(page)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(globalThis).not.toHaveProperty('wasRun')
    expect(fetched).not.toHaveBeenCalled()
    expect(connected).not.toHaveBeenCalled()
  })

  it.each([
    ['a fragment', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['left out tags', '<!doctype html><title>T</title><p>One<p>Two', 'One\n\nTwo'],
    ['a head and no body', '<html><head><title>T</title></head><p>One<p>Two', 'One\n\nTwo'],
    [
      'a head that never ends',
      '<html><head><title>T</title><p>One</p><body><p>Two</p>',
      'One\n\nTwo',
    ],
    ['text after its end', '<html><body><p>One</p></body></html>\n<p>Two</p>', 'One\n\nTwo'],
    ['no markup', 'Just words', 'Just words'],
  ])('may be %s', async (_, markup, text) => {
    expect(await read(markup)).toMatchObject({ documents: [{ text }], refused: [] })
  })

  it('says so where no article is found in it', async () => {
    const markup = '<body><div role=dialog aria-modal=true>Your name</div></body>'
    expect(await read(markup)).toMatchObject({
      documents: [
        { text: 'Your name', changed: [{ reason: expect.stringContaining('No article') }] },
      ],
    })
  })

  it('is refused where it holds no text', async () => {
    const markup = '<html><body><div id="root"></div><script>render()</script></body></html>'
    expect(await read(markup)).toMatchObject({ documents: [], refused: [{ code: 'empty' }] })
  })

  it('knows an address of the web and no other', async () => {
    const urlOf = async (href: string) =>
      (await read(`<link rel=canonical href="${href}"><p>${sentence}`)).documents[0]?.metadata.url
    expect(await urlOf('https://Example.org/a b')).toBe('https://example.org/a%20b')
    expect(await urlOf('javascript:alert(1)')).toBeNull()
    expect(await urlOf('/a')).toBeNull()
    const saved = `<!doctype html>\n<!-- saved from url=(0021)https://example.org/a -->\n<p>${sentence}`
    expect((await read(saved)).documents[0]?.metadata.url).toBe('https://example.org/a')
  })

  it('is known by its content, whatever its name', async () => {
    const recognised = async (path: string, content: string) =>
      htmlFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.txt', '\uFEFF\n<!-- x --><!DOCTYPE html>\n<p>')).toBe('certain')
    expect(
      await recognised('a', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'),
    ).toBe('certain')
    expect(await recognised('a.HTM', '<p>One')).toBe('likely')
    expect(await recognised('a.html', 'One')).toBe('possible')
    expect(await recognised('a.txt', 'The <!doctype html> of a page')).toBe('no')
    expect(await recognised('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">')).toBe('no')
  })
})

describe('a hostile page', () => {
  it.each([
    ['elements nested too deeply', '<div>'.repeat(3_000_000), 'hostile'],
    ['tags that are never closed', '<p><b>x'.repeat(1_400_000), 'hostile'],
    ['lists within items', '<ul><li>'.repeat(2000), 'hostile'],
    ['more elements than an article has', '<br>'.repeat(2_000_000), 'tooLarge'],
    ['more entities than an article has', '&amp;'.repeat(2_000_000), 'tooLarge'],
    ['more text than an article has', 'x '.repeat(17_000_000), 'tooLarge'],
    ['a class of very many names', `<p class="${'a '.repeat(1_000_000)}">x`, 'hostile'],
  ])('with %s is refused', async (_, markup, code) => {
    expect(await read(markup)).toMatchObject({ documents: [], refused: [{ thing: 'file', code }] })
  })

  it.each([
    ['a tag that never ends', `<p>${sentence}</p><div title="${'x'.repeat(5_000_000)}`],
    ['a comment that never ends', `<p>${sentence}</p><!--${'x'.repeat(5_000_000)}`],
    ['a long title', `<title>${'a - '.repeat(1_000_000)}</title><p>${sentence}</p>`],
    [
      'a long description',
      `<meta name=title content="${'a | '.repeat(1_000_000)}"><p>${sentence}</p>`,
    ],
    [
      'many attributes',
      `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(' ')}>${sentence}</p>`,
    ],
    ['very many unclosed paragraphs', `<p>${sentence}</p>${'<p>x'.repeat(20_000)}`],
    ['drawings of many paths', `<p>${sentence}</p><svg>${'<path d="M0"/>'.repeat(20_000)}</svg>`],
    [
      'deep JSON',
      `<script type="application/ld+json">${'['.repeat(1_000_000)}</script><p>${sentence}</p>`,
    ],
  ])('with %s is read in a bounded time', async (_, markup) => {
    const { documents, refused } = await read(markup)
    expect(refused).toEqual([])
    expect(documents[0]?.text).toContain(sentence.trim())
  })

  it('so deep that looking for its article would take long is taken whole', async () => {
    const markup = `<body>${'<div>'.repeat(500)}${`<p>${sentence}</p>`.repeat(10_000)}`
    expect(await read(markup)).toMatchObject({
      documents: [{ changed: [{ reason: expect.stringContaining('No article') }] }],
    })
  })

  it('never fails otherwise, whatever it is made of', async () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<td>',
      '<tr',
      '</div>',
      '<div class="',
      '"',
      '>',
      '<!--',
      '-->',
      '<svg>',
      '<script>',
      '</script>',
      '<br/>',
      '&#x110000;',
      '&amp',
      '<body>',
      '</html>',
      '<title>',
      '<base href=',
      '\0',
      '<template>',
      'text 👩🏽‍🚀 ',
      '<a href=//[>',
      '<frameset>',
      '<select>',
    )
    const markup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(markup, async (content) => {
        const { documents, refused } = await read(content)
        expect(documents.length + refused.length).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})
