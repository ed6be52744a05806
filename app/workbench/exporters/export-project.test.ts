import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ExportFormat } from '../../../shared/contract.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Result } from '../../../shared/result.ts'
import { pressProject } from '../press-project.fixture.ts'
import { createProject } from '../project/create-project.ts'
import { draftOf } from '../project/model.fixture.ts'
import { openProject } from '../project/open-project.ts'
import type { ProjectReader } from '../project/project-file.ts'
import { openReader } from '../project/reader.ts'
import { sampleDraft } from '../sample.ts'
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
    const content = { speakers: [], documents: [], annotations: [], relations: [], texts: [] }
    const dataset = await datasetOf(content)
    expect((await validator('verbatim-dataset.schema.json'))(dataset)).toEqual([])
    expect(await exportTo(content, 'jsonl')).toMatchObject({ ok: true, value: { bytes: 0 } })
  })
})

describe('an export of a real project file', () => {
  it('gives the same bytes again, after reopening, and while it is open for work', async () => {
    const path = join(folder, 'water.verbatim')
    const sample = fileURLToPath(new URL('../../../resources/sample', import.meta.url))
    const { draft, texts } = await sampleDraft(sample, 'Ada')
    const created = valueOf(createProject(path, 'Water'))
    valueOf(created.commit(draft, texts))
    const exports = [await bytesOf(created), await bytesOf(created)]
    const beside = valueOf(openReader(path))
    exports.push(await bytesOf(beside))
    beside.close()
    created.close()
    const reopened = valueOf(openProject(path))
    exports.push(await bytesOf(reopened))
    reopened.close()
    expect(exports[0]).toContain('"quote":"We were never told, not by letter, not by telephone."')
    expect(new Set(exports).size).toBe(1)
  })
})

describe('what an export says of speakers', () => {
  it('is the name of whoever spoke, the chain, and the registry in order of creation', async () => {
    const { file, mayor, engineer, kanal, bridge } = pressProject()
    valueOf(
      file.commit(
        draftOf({
          entity: 'document',
          before: bridge,
          after: { ...bridge, direction: 'rtl' },
        }),
      ),
    )
    const dataset = datasetSchema.parse(JSON.parse(await bytesOf(file)))
    expect((await validator('verbatim-dataset.schema.json'))(dataset)).toEqual([])
    expect(dataset.documents[0]).toMatchObject({ title: 'Bridge', direction: 'rtl' })
    expect(dataset.speakers).toEqual([mayor, engineer, kanal])
    expect(dataset.relationTypes.map(({ id }) => id)).toEqual(
      file.relationTypes().map(({ id }) => id),
    )
    const said = dataset.documents.map(({ annotations }) =>
      annotations.map(({ speaker, attribution }) => [speaker, attribution]),
    )
    expect(said).toEqual([
      [
        ['The mayor', [mayor.id]],
        ['An engineer', [kanal.id, engineer.id]],
        ['An engineer', [engineer.id]],
      ],
      [
        ['Kanal 6', [kanal.id]],
        [null, []],
      ],
    ])
  })

  it('is limited to the speakers of the document on a line of JSON Lines', async () => {
    const { file, mayor, engineer, kanal } = pressProject()
    const lineFile = { kind: 'file', path: target } as const
    valueOf(await exportProject({ reader: file, format: 'jsonl', target: lineFile }))
    const lines = (await readFile(target, 'utf8')).trimEnd().split('\n')
    const validate = await validator('verbatim-dataset-jsonl.schema.json')
    const parsed = lines.map((line) => {
      const value: unknown = JSON.parse(line)
      expect(validate(value)).toEqual([])
      return datasetSchema.pick({ speakers: true }).parse(value).speakers
    })
    expect(parsed).toEqual([[mayor, engineer, kanal], [kanal]])
  })
})

async function bytesOf(reader: ProjectReader): Promise<string> {
  valueOf(await exportProject({ reader, format: 'json', target: { kind: 'file', path: target } }))
  return readFile(target, 'utf8')
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

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
      speakers: [...one.speakers, ...other.speakers],
      documents: [...one.documents, ...other.documents],
      annotations: [...one.annotations, ...other.annotations],
      relations: [across, ...one.relations, ...other.relations],
      texts: [...one.texts, ...other.texts],
    }
    const result = await exportTo(content, 'jsonl')
    const written = await readFile(target, 'utf8')
    expect(result).toMatchObject({
      ok: true,
      value: {
        documents: 2,
        annotations: content.annotations.length,
        relations: 11,
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
    const quotes = await exportProject({
      reader,
      format: 'json',
      target: file,
      scope: { labels: ['quote'], statuses: [] },
    })
    const dataset = datasetSchema.parse(JSON.parse(await readFile(target, 'utf8')))
    const labels = dataset.documents.flatMap((one) => one.annotations.map(({ label }) => label))
    expect(new Set(labels)).toEqual(new Set(['quote']))
    expect(dataset.relations.map(({ type }) => type)).toEqual(['repeats', 'responds to'])
    expect(dataset.labels).toHaveLength(4)
    expect(quotes).toMatchObject({ ok: true, value: { annotations: labels.length, relations: 2 } })
    const done = await exportProject({
      reader,
      format: 'json',
      target: file,
      scope: { labels: [], statuses: ['done'] },
    })
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
