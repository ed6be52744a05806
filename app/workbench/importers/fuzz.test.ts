import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { exportFormatSchema } from '../../../shared/contract.ts'
import { breachOf } from '../../../shared/model/annotation.ts'
import { quoteOf } from '../../../shared/text/span.ts'
import { sourceFile } from '../exchange.fixture.ts'
import { exportProject } from '../exporters/export-project.ts'
import { exportFormats } from '../exporters/formats.ts'
import { pressProject } from '../press-project.fixture.ts'
import { temporaryFolder, valueOf } from '../project/project.fixture.ts'
import { importFormats } from './formats.ts'
import { docxOf, paragraph, run } from './formats/docx/docx.fixture.ts'
import type { ImportFormat, Sample } from './import-format.ts'
import { landDocument } from './landing/land-document.ts'
import { startLanding } from './landing/landing.ts'
import { createMutator } from './mutations.fixture.ts'
import { recognise } from './reading/recognise.ts'
import { Refusal } from './refusal.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Mutations of each file set of our own; of each file that other tools wrote, a share of it unless more is asked for. */
const asked = Number(process.env['VERBATIM_FUZZ'] ?? 0)
const mutations = asked || 200
const sampleMutations = asked || 3
const seed = Number(process.env['VERBATIM_FUZZ_SEED'] ?? 20_261_124)

type Files = ReadonlyMap<string, Uint8Array>

/**
 * Reads a file among others as a format does in the reading thread, and lands what comes of it. Throws where anything but
 * a refusal comes up, and where something lands that does not slice to its quote on whole characters.
 */
async function readAndLand(format: ImportFormat, files: Files, path: string): Promise<void> {
  const now = '2026-01-01T00:00:00.000Z'
  const landing = startLanding({ annotator: 'Ada', now, speakers: [], isTaken: () => false })
  const facts = { path, format: format.id, byteLength: null, sha256: null }
  try {
    for await (const reading of format.read(sourceFile(files, path, 65_536), { columns: null })) {
      if (reading.kind === 'tagSet') landing.describe(reading.tagSet)
      if (reading.kind !== 'document') continue
      const { landed, counts } = landDocument(landing, reading.document, facts)
      expect(counts.annotations).toBeGreaterThanOrEqual(landed?.annotations.length ?? 0)
      for (const { spans, quote } of landed?.annotations ?? []) {
        expect(breachOf(landed?.text ?? '', spans, quote)).toBeNull()
      }
      for (const { proposal } of [...(landed?.suggestions ?? []), ...(landed?.waiting ?? [])]) {
        const text = landed?.text ?? ''
        if (proposal !== null) expect(breachOf(text, proposal, quoteOf(text, proposal))).toBeNull()
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function sampleOf(files: Files, path: string): Sample {
  const bytes = files.get(path) ?? new Uint8Array()
  const { siblingNames } = sourceFile(files, path)
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return { path, size: bytes.length, bytes: bytes.subarray(0, 65_536), text, siblingNames }
}

/** Mutates one of the files each time, the others beside it as they are. */
async function fuzz(format: ImportFormat, files: Files, count: number): Promise<void> {
  const main = [...files.keys()].filter((path) => format.recognise(sampleOf(files, path)) !== 'no')
  const companions = new Set(
    main.flatMap((path) => format.companions?.(sampleOf(files, path)) ?? []),
  )
  const read = main.filter((path) => !companions.has(path.slice(path.lastIndexOf('/') + 1)))
  const paths = [...files.keys()]
  const mutate = createMutator(seed)
  for (let number = 0; number < count; number += 1) {
    const victim = paths[number % paths.length] ?? ''
    const mutated = new Map(files).set(victim, mutate(files.get(victim) ?? new Uint8Array()))
    for (const path of read) {
      try {
        await readAndLand(format, mutated, path)
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
        throw new Error(`${format.id}, ${victim}, seed ${seed}, mutation ${number}: ${reason}`, {
          cause: error,
        })
      }
    }
  }
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
  const format = exportFormatSchema.options.find((each) => each === (exportedAs[id] ?? id))
  if (format === undefined) throw new Error(`there is no file of the format ${id}`)
  const { extension } = exportFormats[format]
  const path = join(temporaryFolder(), `out${extension ?? ''}`)
  const target = { kind: 'file', path } as const
  valueOf(await exportProject({ reader: pressProject().file, format, target }))
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

/** Damaged PDFs are read in the thread alone, in the tests beside that format: its library leaves rejections behind. */
const formats = importFormats.filter(({ id }) => id !== 'pdf')

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('bears whatever becomes of its files', async () => {
    await expect(fuzz(format, await ownFiles(id), mutations)).resolves.toBeUndefined()
  })
})

const samples = join(import.meta.dirname, '../../../../shared/samples')

/** The format that annotations of other tools are in; plain articles are no business of this test. */
function recogniseAmong(sample: Sample): ImportFormat | undefined {
  const found = recognise(sample)
  return formats.find((each) => each === found && found.recognise(sample) !== 'possible')
}

/** The files of each folder that other tools wrote, with those below it that are read beside them. */
function* sampleFolders(folder: string): Generator<Files> {
  const entries = readdirSync(folder)
  const files = entries.filter((name) => statSync(join(folder, name)).isFile())
  yield new Map(files.map((name) => [name, readFileSync(join(folder, name))]))
  for (const name of entries.filter((each) => !files.includes(each))) {
    yield* sampleFolders(join(folder, name))
  }
}

it.skipIf(!existsSync(samples))(
  'bears whatever becomes of files that other tools wrote',
  async () => {
    let read = 0
    for (const files of sampleFolders(samples)) {
      for (const path of files.keys()) {
        const sample = sampleOf(files, path)
        const format = recogniseAmong(sample)
        if (format === undefined) continue
        const beside = (format.companions?.(sample) ?? []).filter((name) => files.has(name))
        const together = new Map(
          [path, ...beside].map((name) => [name, files.get(name) ?? new Uint8Array()] as const),
        )
        await fuzz(format, together, sampleMutations)
        read += 1
      }
    }
    expect(read).toBeGreaterThan(80)
  },
)
