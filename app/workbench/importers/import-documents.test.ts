import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { failure } from '../../../shared/result.ts'
import { createProject } from '../project/create-project.ts'
import { openProject } from '../project/open-project.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { importDocuments } from './import-documents.ts'
import type { ImportSource } from './source.ts'

let folder: string
let project: ProjectFile

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-import-'))
  const created = createProject(join(folder, 'news.verbatim'), 'News')
  if (!created.ok) throw new Error(created.failure.message)
  project = created.value
})

afterEach(async () => {
  project.close()
  await rm(folder, { recursive: true, force: true })
})

function file(name: string, content: string): ImportSource {
  return { kind: 'bytes', name, bytes: Buffer.from(content) }
}

describe('importDocuments', () => {
  it('stores what it can in one step of undo and names what it cannot', async () => {
    const result = await importDocuments(
      project,
      [
        file('a.txt', '\uFEFFOne\r\nline'),
        file('b.txt', 'PK\u0003\u0004'),
        { kind: 'paste', title: '', text: 'Two' },
        { kind: 'path', path: join(folder, 'missing.md') },
        file('c.md', '# Three'),
      ],
      'Ada',
    )
    expect(result).toMatchObject({
      ok: true,
      value: {
        documents: [{ title: 'a' }, { title: 'Two' }, { title: 'Three' }],
        refused: [
          { name: 'b.txt', failure: { code: 'binary' } },
          { name: 'missing.md', failure: { code: 'notFound' } },
        ],
        commits: [{ entry: { summary: 'Import 3 documents', annotator: 'Ada' } }],
      },
    })
    const stored = project.documents().map(({ document }) => document)
    expect(stored.map(({ sha256 }) => project.text(sha256))).toEqual([
      'One\nline',
      'Two',
      '# Three',
    ])
    project.undo(newId(), 'Ada')
    expect(project.documents()).toEqual([])
  })

  it('keeps everything across close and reopen', async () => {
    const imported = await importDocuments(project, [file('a.txt', 'One\rline')], 'Ada')
    project.close()
    const reopened = openProject(project.path)
    if (!reopened.ok) throw new Error(reopened.failure.message)
    project = reopened.value
    const documents = project.documents().map(({ document }) => document)
    expect(imported).toMatchObject({ ok: true, value: { documents } })
  })

  it('stores many in batches, each a step of undo', async () => {
    const sources = Array.from({ length: 450 }, (_, index) => file(`${index}.txt`, `Text ${index}`))
    const seen: number[] = []
    const result = await importDocuments(project, sources, 'Ada', {
      onProgress: (done) => seen.push(done),
    })
    expect(result).toMatchObject({ ok: true, value: { refused: [] } })
    expect(seen).toEqual(sources.map((_, index) => index + 1))
    const counts = () => project.documents().length
    expect(counts()).toBe(450)
    project.undo(newId(), 'Ada')
    expect(counts()).toBe(400)
    project.undo(newId(), 'Ada')
    expect(counts()).toBe(200)
  })

  it('reports the sources that the project would not store, and keeps those stored before', async () => {
    const sources = Array.from({ length: 250 }, (_, index) => file(`${index}.txt`, `Text ${index}`))
    let commits = 0
    const full: ProjectFile = {
      ...project,
      commit: (draft, texts) => {
        commits += 1
        return commits > 1
          ? failure('diskFull', 'No space.', 'Make some.')
          : project.commit(draft, texts)
      },
    }
    const result = await importDocuments(full, sources, 'Ada')
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.documents).toHaveLength(200)
    expect(result.value.refused).toHaveLength(50)
    expect(result.value.refused[0]).toMatchObject({
      name: '200.txt',
      failure: { code: 'diskFull' },
    })
    expect(await importDocuments(full, sources, 'Ada')).toMatchObject({
      ok: false,
      failure: { code: 'diskFull' },
    })
  })

  it('stores nothing where nothing can be read', async () => {
    const result = await importDocuments(project, [file('a.txt', '')], 'Ada')
    expect(result).toMatchObject({ ok: true, value: { commits: [], documents: [] } })
    expect(project.undoState().undo).toBeNull()
    expect(await importDocuments(project, [], 'Ada')).toMatchObject({ ok: true })
  })
})
