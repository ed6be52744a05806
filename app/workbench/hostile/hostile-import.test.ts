import { describe, expect, it, vi } from 'vitest'

import { docxOf, paragraph, run } from '../importers/formats/docx/docx.fixture.ts'
import { bytesOf, importAll } from '../importers/import.fixture.ts'
import { titleFrom } from '../importers/title.ts'
import { checkProject } from '../project/check.ts'
import { newProject, valueOf } from '../project/project.fixture.ts'
import { hostileWords } from './hostile-strings.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 120_000 })

/** Those that any format can be asked to hold: XML has no control characters, and lines of a page no space around them. */
const lines = hostileWords.lines.filter((line) => line.trim() === line && !/\p{Cc}/u.test(line))

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const inHtml = (line: string, index: number) =>
  `<!DOCTYPE html><title>${index} ${escaped(line)}</title><meta name="author" content="${escaped(line)}"><body><article><p>${'The minister said so, and the engineers, who had measured it, said the same. '.repeat(4)}</p><p>${escaped(line)}</p></article>`

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('hostile strings are text in what is imported', () => {
  const forms: Readonly<
    Record<string, (line: string, index: number) => readonly [string, string | Uint8Array]>
  > = {
    'plain text': (line, index) => [`${index}.txt`, `Before\n${line}\nafter`],
    Markdown: (line, index) => [`${index}.md`, `# A title\n\n${line}\n`],
    'a web page': (line, index) => [`${index}.html`, inHtml(line, index)],
    'a Word document': (line, index) => [
      `${index}.docx`,
      docxOf(paragraph(run('Before')) + paragraph(run(line))),
    ],
    'a mail': (line, index) => [
      `${index}.eml`,
      `From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?B?${Buffer.from(`${index} ${line}`).toString('base64')}?=\nDate: Wed, 4 Mar 2026 05:06:07 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`Before\n\n${line}\n\nafter`).toString('base64')}\n`,
    ],
    'a row of a table': (line, index) => [
      `${index}.csv`,
      `title,author,text\n${cell(`${index} ${line}`)},${cell(line)},${cell(`Before\n${line}\nafter`)}\n`,
    ],
    'a line of JSON': (line, index) => [
      `${index}.jsonl`,
      `${JSON.stringify({ title: `${index} ${line}`, author: line, text: `Before ${line}` })}\n`,
    ],
  }

  // Readability takes references in the title of a page for ones that were escaped twice, as they mostly are.
  const titledForms = new Set(['a web page', 'a mail', 'a row of a table', 'a line of JSON'])

  it.each(Object.keys(forms))('%s', async (name) => {
    const file = newProject()
    const form = forms[name]
    const inputs = lines.map((line, index) => bytesOf(...(form?.(line, index) ?? ['', ''])))
    const { report } = await importAll(file, inputs)
    expect(report.entries.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    const documents = file.wholeDocuments()
    const texts = documents.map(({ sha256 }) => file.text(sha256) ?? '')
    // Names that turn the reading round are still in the text: what was written is kept.
    expect(lines.filter((line) => !texts.some((text) => text.includes(line)))).toEqual([])
    const titles = new Set(documents.map(({ title }) => title))
    const titled = titledForms.has(name) ? lines : []
    const wanted = titled.filter((line) => name !== 'a web page' || !/&[#\w]+;/.test(line))
    const missing = wanted.filter(
      (line) => !titles.has(titleFrom(`${lines.indexOf(line)} ${line}`, '')),
    )
    expect(missing).toEqual([])
    expect(Reflect.has(globalThis, 'hostileRan')).toBe(false)
    file.close()
    expect(valueOf(checkProject(file.path)).findings).toEqual([])
  })
})

it('what runs in a page runs nowhere here, and the words around it are kept', async () => {
  const file = newProject()
  const sentence = 'The minister said so, and the engineers, who had measured it, said the same. '
  const pages = hostileWords.lines.map((line, index) =>
    bytesOf(
      `${index}.html`,
      `<!DOCTYPE html><title>Page ${index}</title><body><article><p>First: ${sentence.repeat(4)}</p>${line}</article>`,
    ),
  )
  await importAll(file, pages)
  const texts = file.wholeDocuments().map(({ sha256 }) => file.text(sha256) ?? '')
  expect(texts).toHaveLength(pages.length)
  expect(texts.filter((text) => !text.includes('First: The minister said so'))).toEqual([])
  expect(Reflect.has(globalThis, 'hostileRan')).toBe(false)
})

it('names of files become titles, and nothing else', async () => {
  const file = newProject()
  const names = lines.filter((line) => line.length < 100)
  await importAll(
    file,
    names.map((name, index) => bytesOf(`${name}.txt`, `Text ${index}.`)),
  )
  const documents = file.wholeDocuments()
  expect(documents).toHaveLength(names.length)
  // A name that climbs has no folders left.
  for (const { provenance } of documents) expect(provenance.fileName).not.toContain('/')
})
