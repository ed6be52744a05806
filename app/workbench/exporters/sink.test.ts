import { execFile } from 'node:child_process'
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

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

async function exportTo(content: ProjectContent, path: string) {
  return exportProject({
    reader: readerOf(content),
    format: 'json',
    target: { kind: 'file', path },
  })
}

function codeOf(result: Awaited<ReturnType<typeof exportTo>>): string {
  return result.ok ? 'written' : result.failure.code
}

describe('a target that cannot be written', () => {
  it('is named with its reason, and nothing is left behind', async () => {
    const content = await sampleProject()
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'file'), '')
    const codeFor = async (path: string) => codeOf(await exportTo(content, path))
    expect(await codeFor(join(folder, 'none', 'out.json'))).toBe('notFound')
    expect(await codeFor(join(folder, 'file', 'out.json'))).toBe('notFound')
    expect(await codeFor(join(folder, 'sub'))).toBe('alreadyExists')
    expect(await readdir(folder)).toEqual(['file', 'sub'])
  })

  it.runIf(existsSync('/dev/null'))('may be a device', async () => {
    expect(codeOf(await exportTo(await sampleProject(), '/dev/null'))).toBe('unsupported')
  })

  it.runIf(existsSync('/sys/kernel'))('may be a folder without rights', async () => {
    const result = await exportTo(await sampleProject(), '/sys/out.json')
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
    await exportTo(await sampleProject(), link)
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
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, ['--max-old-space-size=48', child, target], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
  // 2,000 documents of 100,000 characters each: four times the memory that the process has.
  expect(JSON.parse(output)).toMatchObject({ ok: true, value: { documents: 2000 } })
}, 60_000)
