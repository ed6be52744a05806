import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { exportFormatSchema } from '../../../../shared/contract.ts'
import { exportProject } from '../../exporters/export-project.ts'
import { exportFormats } from '../../exporters/formats.ts'
import { pressProject } from '../../press-project.fixture.ts'
import { annotationOf, documentOf, draftOf, suggestionOf } from '../../project/model.fixture.ts'
import type { ProjectFile } from '../../project/project-file.ts'
import { temporaryFolder, valueOf } from '../../project/project.fixture.ts'
import { importFormats } from '../formats.ts'
import { docxOf, paragraph, run } from '../formats/docx/docx.fixture.ts'
import { linesAt, pdfOf } from '../formats/pdf/pdf.fixture.ts'
import { fuzz, mutations, type Files } from './fuzz.fixture.ts'

vi.setConfig({ testTimeout: 300_000 })

/** A project whose offsets lie around characters of several code units, and where something waits for review. */
function projectOfEdges(): ProjectFile {
  const { file } = pressProject()
  const text = '😀 Kim said 👩🏽‍🚀 “no” 😀😀.\nSo did e\u0301.'
  const document = documentOf(text, 'Edges')
  const spansOf = (part: string) => {
    const start = text.indexOf(part)
    return [{ start, end: start + part.length }]
  }
  const annotations = ['😀', '👩🏽‍🚀', '“no”', '😀😀', 'e\u0301'].map((part) =>
    annotationOf(document, text, spansOf(part)),
  )
  const changes = [
    { entity: 'document', before: null, after: document },
    ...annotations.map((after) => ({ entity: 'annotation', before: null, after }) as const),
    { entity: 'suggestion', before: null, after: suggestionOf(document, text, spansOf('Kim')) },
  ] as const
  valueOf(file.commit(draftOf(...changes), [text]))
  return file
}

/** A format’s own files: what we export, or a small one written for it. */
async function ownFiles(id: string): Promise<Files> {
  const hand = handWritten[id]
  if (hand !== undefined)
    return new Map(Object.entries(hand).map(([name, text]) => [name, Buffer.from(text)]))
  if (id === 'docx')
    return new Map([
      ['a.docx', docxOf(paragraph(run('One & two.'), 'T') + paragraph(run('Three.')))],
    ])
  if (id === 'pdf') {
    const pages = [
      linesAt(72, 700, ['He said “no”, and hy-', 'phens broke.']),
      linesAt(72, 700, ['Two.']),
    ]
    return new Map([['a.pdf', pdfOf({ pages, info: '/Title (T)' })]])
  }
  const format = exportFormatSchema.options.find((each) => each === (exportedAs[id] ?? id))
  if (format === undefined) throw new Error(`there is no file of the format ${id}`)
  const { extension } = exportFormats[format]
  const path = join(temporaryFolder(), `out${extension ?? ''}`)
  const target = { kind: 'file', path } as const
  valueOf(await exportProject({ reader: projectOfEdges(), format, target }))
  if (extension !== null) return new Map([[`out${extension}`, readFileSync(path)]])
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]))
}

const exportedAs: Readonly<Record<string, string>> = {
  verbatim: 'json',
  'label-studio': 'labelstudio',
  table: 'csv',
}

const handWritten: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  text: { 'a.txt': 'He said “no”.\r\n\r\n👩🏽‍🚀 She said so too.' },
  markdown: { 'a.md': '---\ntitle: "A"\n---\n# One *two*\n\n- three\n' },
  html: {
    'a.html':
      '<!doctype html><html lang="en"><head><title>T</title><meta name="author" content="A"></head>' +
      '<body><article><h1>T</h1><p>One &amp; two <b>three</b></p><ul><li>four</li></ul></article></body></html>',
  },
  eml: {
    'a.eml':
      'From: Ada <ada@news.example>\r\nSubject: =?utf-8?q?No=C3=AF?=\r\nDate: Wed, 19 Jun 2024 10:00:00 +0000\r\n' +
      'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n' +
      'Content-Type: text/plain; charset=utf-8\r\n\r\nHe said no.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>He said no.</p>\r\n--x--\r\n',
  },
}

/** The test runner would count what nobody waits for in pdf.js as errors of its own; any other ends it. */
async function withoutListeners(work: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  try {
    await work()
  } finally {
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}

describe.each(importFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('bears whatever becomes of its files', async () => {
    const files = await ownFiles(id)
    const fuzzed = withoutListeners(() => fuzz(format, files, mutations))
    await expect(fuzzed).resolves.toBeUndefined()
  })
})
