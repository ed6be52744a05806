import { createWriteStream, existsSync } from 'node:fs'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ExportFormat } from '../../../shared/contract.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { datasetSchema } from './dataset.fixture.ts'
import { exportProject } from './export-project.ts'
import { readerOf, sampleProject, type ProjectContent } from './project-reader.fixture.ts'

let folder: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-export-'))
  target = join(folder, 'out.json')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function exportTo(content: ProjectContent, format: ExportFormat, path = target) {
  return exportProject({ reader: readerOf(content), format, target: { kind: 'file', path } })
}

async function datasetOf(content: ProjectContent) {
  expect(await exportTo(content, 'json')).toMatchObject({ ok: true })
  return datasetSchema.parse(JSON.parse(await readFile(target, 'utf8')))
}

async function validator(schema: string) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  for (const name of ['verbatim-dataset.schema.json', 'verbatim-dataset-jsonl.schema.json']) {
    const path = new URL(`../../../resources/schemas/${name}`, import.meta.url)
    ajv.addSchema(JSON.parse(await readFile(path, 'utf8')))
  }
  return (data: unknown) => {
    ajv.validate(schema, data)
    return ajv.errors ?? []
  }
}

function mapAnnotations(
  content: ProjectContent,
  change: (annotation: Annotation, index: number) => Annotation,
): ProjectContent {
  return { ...content, annotations: content.annotations.map(change) }
}

describe('a JSON export', () => {
  it('is one object by the published schema, which allows nothing else', async () => {
    const content = await sampleProject()
    const validate = await validator('verbatim-dataset.schema.json')
    const dataset = await datasetOf(content)
    expect(validate(dataset)).toEqual([])
    expect(validate({ ...dataset, exportedAt: 'now' })).not.toEqual([])
    expect(dataset.documents.map((one) => one.annotations.length)).toEqual([
      content.annotations.length,
    ])
  })

  it('slices back to every quote, by UTF-16 and by code points', async () => {
    const dataset = await datasetOf(await sampleProject())
    const sliced = dataset.documents.flatMap(({ text, annotations }) => {
      const codePoints = Array.from(text)
      return annotations.map(({ spans, quote, prefix, suffix }) => ({
        quote,
        utf16: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
        codePoint: spans
          .map((span) => codePoints.slice(span.startCodePoint, span.endCodePoint).join(''))
          .join(' '),
        around: [
          text.slice(0, spans[0]?.start).endsWith(prefix),
          text.slice(spans.at(-1)?.end).startsWith(suffix),
        ],
      }))
    })
    expect(sliced.length).toBeGreaterThan(10)
    expect(sliced).toEqual(
      sliced.map(({ quote }) => ({ quote, utf16: quote, codePoint: quote, around: [true, true] })),
    )
    const differing = dataset.documents
      .flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans))
      .filter((span) => span.start !== span.startCodePoint)
    expect(differing.length).toBeGreaterThan(0)
  })

  it('gives the same bytes for the same project', async () => {
    const content = await sampleProject()
    await exportTo(content, 'json')
    const first = await readFile(target)
    const turned = mapAnnotations(content, (one) => ({
      ...one,
      attributes: Object.fromEntries(Object.entries(one.attributes).toReversed()),
    }))
    await exportTo({ ...turned, relations: content.relations.toReversed() }, 'json')
    expect(await readFile(target)).toEqual(first)
  })

  it('of an empty project is valid', async () => {
    const content = { documents: [], annotations: [], relations: [], texts: [] }
    const dataset = await datasetOf(content)
    expect((await validator('verbatim-dataset.schema.json'))(dataset)).toEqual([])
    expect(await exportTo(content, 'jsonl')).toMatchObject({ ok: true, value: { bytes: 0 } })
  })
})

describe('a JSON Lines export', () => {
  it('has one line per document that can be read alone, with the relations that start in it', async () => {
    const [one, other] = [await sampleProject(), await sampleProject()]
    const across = {
      id: '01990000-0000-7000-8000-000000000000',
      type: 'denies',
      from: other.annotations[0]?.id ?? '',
      to: one.annotations[0]?.id ?? '',
    }
    const content = {
      documents: [...one.documents, ...other.documents],
      annotations: [...one.annotations, ...other.annotations],
      relations: [across, ...one.relations, ...other.relations],
      texts: [...one.texts, ...other.texts],
    }
    const result = await exportTo(content, 'jsonl')
    const written = await readFile(target, 'utf8')
    expect(result).toEqual({
      ok: true,
      value: {
        documents: 2,
        annotations: content.annotations.length,
        relations: 5,
        bytes: Buffer.byteLength(written),
      },
    })
    const lines = written.trimEnd().split('\n')
    const validate = await validator('verbatim-dataset-jsonl.schema.json')
    expect(lines.map((line) => validate(JSON.parse(line)))).toEqual([[], []])
    expect(lines[0]).not.toContain(across.id)
    expect(lines[1]).toContain(across.id)
  })
})

describe('a filtered export', () => {
  it('leaves out relations that lose an end, and counts what it wrote', async () => {
    const reader = readerOf(await sampleProject())
    const file = { kind: 'file', path: target } as const
    const quotes = await exportProject({ reader, format: 'json', target: file, labels: ['quote'] })
    const dataset = datasetSchema.parse(JSON.parse(await readFile(target, 'utf8')))
    const labels = dataset.documents.flatMap((one) => one.annotations.map(({ label }) => label))
    expect(new Set(labels)).toEqual(new Set(['quote']))
    expect(dataset.relations.map(({ type }) => type)).toEqual(['repeats'])
    expect(dataset.labels).toHaveLength(4)
    expect(quotes).toMatchObject({ ok: true, value: { annotations: labels.length, relations: 1 } })
    const done = await exportProject({ reader, format: 'json', target: file, statuses: ['done'] })
    expect(done).toMatchObject({
      ok: true,
      value: { documents: 0, annotations: 0, relations: 0 },
    })
  })
})

describe('an export that cannot be right', () => {
  it.each(['json', 'jsonl'] as const)(
    'refuses a wrong slice as a whole and leaves the older file (%s)',
    async (format) => {
      const content = await sampleProject()
      await writeFile(target, 'older')
      const wrong = mapAnnotations(content, (one, index) =>
        index === 5 ? { ...one, quote: `${one.quote}!` } : one,
      )
      const result = await exportTo(wrong, format)
      const message = expect.stringContaining(content.annotations[5]?.id ?? '?')
      expect(result).toMatchObject({ ok: false, failure: { code: 'unlawful', message } })
      expect(await readFile(target, 'utf8')).toBe('older')
      expect(await readdir(folder)).toEqual(['out.json'])
    },
  )

  it('refuses a text that is missing or changed', async () => {
    const content = await sampleProject()
    expect(await exportTo({ ...content, texts: [] }, 'json')).toMatchObject({
      failure: { code: 'damaged' },
    })
    const reader = { ...readerOf(content), text: () => 'another text' }
    const file = { kind: 'file', path: target } as const
    expect(await exportProject({ reader, format: 'json', target: file })).toMatchObject({
      failure: { code: 'damaged' },
    })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a target that cannot be written', () => {
  it('is named with its reason, and nothing is left behind', async () => {
    const content = await sampleProject()
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'file'), '')
    const codeFor = async (path: string) => {
      const result = await exportTo(content, 'json', path)
      return result.ok ? 'written' : result.failure.code
    }
    expect(await codeFor(join(folder, 'none', 'out.json'))).toBe('notFound')
    expect(await codeFor(join(folder, 'file', 'out.json'))).toBe('notFound')
    expect(await codeFor(join(folder, 'sub'))).toBe('alreadyExists')
    expect(await codeFor('/dev/null')).toBe('unsupported')
    expect(await readdir(folder)).toEqual(['file', 'sub'])
  })

  it.runIf(existsSync('/sys/kernel'))('may be a folder without rights', async () => {
    const result = await exportTo(await sampleProject(), 'json', '/sys/out.json')
    expect(result).toMatchObject({ ok: false, failure: { code: 'noPermission' } })
  })

  it.runIf(existsSync('/dev/full'))('may be on a full disk', async () => {
    const stream = createWriteStream('/dev/full')
    const reader = readerOf(await sampleProject())
    const result = await exportProject({
      reader,
      format: 'json',
      target: { kind: 'stream', stream },
    })
    expect(result).toMatchObject({ ok: false, failure: { code: 'diskFull' } })
  })

  it('is never the project itself', async () => {
    const reader = { ...readerOf(await sampleProject()), path: target }
    await writeFile(target, 'the project')
    const link = join(folder, 'link.json')
    await symlink(target, link)
    const file = { kind: 'file', path: link } as const
    const result = await exportProject({ reader, format: 'json', target: file })
    expect(result).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(await readFile(target, 'utf8')).toBe('the project')
  })

  it('keeps a link and replaces the file it leads to', async () => {
    await writeFile(target, 'older')
    const link = join(folder, 'link.json')
    await symlink(target, link)
    await exportTo(await sampleProject(), 'json', link)
    expect(await readlink(link)).toBe(target)
    expect(await readFile(target, 'utf8')).toContain('"format":"verbatim"')
  })

  it('is left alone when the export is called off', async () => {
    const reader = readerOf(await sampleProject())
    const controller = new AbortController()
    const file = { kind: 'file', path: target } as const
    const { signal } = controller
    const onProgress = () => controller.abort()
    await expect(
      exportProject({ reader, format: 'json', target: file, signal, onProgress }),
    ).rejects.toThrow('aborted')
    expect(await readdir(folder)).toEqual([])
  })
})

it('waits for a slow stream before it reads on', async () => {
  let read = 0
  let written = 0
  let ahead = 0
  const stream = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      ahead = Math.max(ahead, read - written)
      written += 1
      setTimeout(done, 1)
    },
  })
  const one = await sampleProject()
  const documents = Array.from({ length: 10 }, () => one.documents).flat()
  const inner = readerOf({ ...one, documents, annotations: [], relations: [] })
  const reader = {
    ...inner,
    text: (sha256: string) => {
      read += 1
      return inner.text(sha256)
    },
  }
  await exportProject({ reader, format: 'jsonl', target: { kind: 'stream', stream } })
  expect({ read, written, ahead }).toEqual({ read: 10, written: 10, ahead: 1 })
})

it('does not need more memory for a larger project', async () => {
  const child = fileURLToPath(new URL('./export-project.memory.ts', import.meta.url))
  const { execFile } = await import('node:child_process')
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, ['--max-old-space-size=48', child, target], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
  // 2,000 documents of 100,000 characters each: four times the memory that the process has.
  expect(JSON.parse(output)).toMatchObject({ ok: true, value: { documents: 2000 } })
}, 60_000)
