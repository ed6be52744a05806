import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { exportFormatSchema, type ExportFormat } from '../../shared/contract.ts'
import type { Attribute } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Label } from '../../shared/model/label.ts'
import { exportProject } from './exporters/export-project.ts'
import { exportFormats } from './exporters/formats.ts'
import { bytesOf, expectToAddUp, importAll } from './importers/import.fixture.ts'
import { pressProject } from './press-project.fixture.ts'
import { checkProject } from './project/check.ts'
import type { ProjectFile } from './project/project-file.ts'
import { newProject, temporaryFolder, valueOf } from './project/project.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 60_000 })

/** Written for tools that only read: there is nothing to bring back. */
const writtenOnly: ReadonlySet<string> = new Set(['parquet'])

/** Every file under a path, by its path within it. */
function filesUnder(path: string, within = ''): ReadonlyMap<string, string> {
  if (!statSync(path).isDirectory()) return new Map([[within, readFileSync(path, 'latin1')]])
  return new Map(
    readdirSync(path).flatMap((name) => [...filesUnder(join(path, name), `${within}/${name}`)]),
  )
}

async function exported(file: ProjectFile, format: ExportFormat, name: string) {
  const path = join(temporaryFolder(), name)
  const target = { kind: 'file', path } as const
  const { report } = valueOf(await exportProject({ reader: file, format, target }))
  return { path, report }
}

/** A project whose tag set is its own: a usual label with one attribute more, one without the others, and a new one. */
function projectWithOwnTagSet(): ProjectFile {
  const { file, loose } = pressProject()
  const [claim, , , analysis] = file.labels()
  if (claim === undefined || analysis === undefined) throw new Error('the usual labels are there')
  const spec: Attribute = { id: 'Spec', name: 'Spec', required: false, kind: 'yesNo' }
  const rumour: Label = {
    ...claim,
    id: 'Слух',
    name: 'Слух -- “rumour”',
    color: '#123456',
    key: '9',
    description: 'a < b',
    attributes: [{ ...spec, kind: 'choice', options: ['да', 'no--'] }],
    position: 3,
  }
  const changes: readonly Change[] = [
    {
      entity: 'label',
      before: claim,
      after: { ...claim, attributes: [...claim.attributes, spec] },
    },
    { entity: 'label', before: analysis, after: null },
    { entity: 'label', before: null, after: rumour },
    {
      entity: 'annotation',
      before: loose,
      after: { ...loose, label: rumour.id, attributes: { Spec: 'да' } },
    },
  ]
  valueOf(file.commit({ id: newId(), annotator: 'Ada', summary: 'Own tag set', changes }))
  return file
}

const projects = {
  'the usual tag set': () => pressProject().file,
  'a tag set of its own': projectWithOwnTagSet,
} as const

describe.each(exportFormatSchema.options.filter((id) => !writtenOnly.has(id)))('%s', (format) => {
  const { extension } = exportFormats[format]
  const name = `out${extension ?? ''}`

  it.each(['the usual tag set', 'a tag set of its own'] as const)(
    'comes back from disk into a new project with %s, which is written as the same bytes',
    async (which) => {
      const file = projects[which]()
      const first = await exported(file, format, name)
      const again = newProject()
      const { report } = await importAll(again, [{ kind: 'path', path: first.path }])
      expect(report.entries.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
      expectToAddUp(report)
      const { documents, annotations, relations } = first.report
      expect(report.documents.stored).toBe(documents.stored)
      expect(report.annotations.stored).toBe(annotations.stored)
      expect(report.relations.stored).toBe(relations.stored)
      // What a dataset calls its project is not taken over by a project that has a name.
      const before = file.project()
      const after = { ...again.project(), name: before.name }
      if (after.name !== again.project().name) {
        const changes = [{ entity: 'project', before: again.project(), after }] as const
        valueOf(again.commit({ id: newId(), annotator: 'Ada', summary: 'Rename', changes }))
      }
      const second = await exported(again, format, name)
      expect(filesUnder(second.path)).toEqual(filesUnder(first.path))
      again.close()
      expect(valueOf(checkProject(again.path)).findings).toEqual([])
    },
  )

  it('comes back from an archive too', async () => {
    const { file } = pressProject()
    const { path, report } = await exported(file, format, extension === null ? 'out.zip' : name)
    const again = newProject()
    const imported = await importAll(again, [{ kind: 'path', path }])
    expect(imported.report.annotations.stored).toBe(report.annotations.stored)
  })
})

it.each(['json', 'jsonl', 'w3c'] as const)(
  'what waits for review comes back in %s as what it is, and is stored',
  async (format) => {
    const file = newProject()
    const first = await importAll(file, [
      bytesOf('a.txt', 'He said so.'),
      bytesOf('a.ann', 'T1\tQuote 3 7\tsays\nT2\tClaim 8 10\tso'),
    ])
    expect(first.report.annotations).toMatchObject({ read: 2, stored: 1, refused: 1, review: 1 })
    const { path } = await exported(file, format, `out${exportFormats[format].extension ?? ''}`)
    const again = newProject()
    const { report } = await importAll(again, [{ kind: 'path', path }])
    expect(report.entries).toEqual([])
    expectToAddUp(report)
    expect(report.suggestions).toMatchObject({ read: 1, stored: 1, refused: 0, review: 0 })
    const [summary] = again.documents()
    expect(again.suggestions(summary?.document.id ?? '')).toHaveLength(1)
  },
)

it('an empty project makes an empty dataset in every format, and loses nothing', async () => {
  const file = newProject()
  for (const format of exportFormatSchema.options) {
    const name = `empty${exportFormats[format].extension ?? ''}`
    const { path, report } = await exported(file, format, name)
    expect(existsSync(path)).toBe(true)
    expect(report).toMatchObject({ documents: { read: 0, stored: 0 }, entries: [], losses: [] })
  }
})
