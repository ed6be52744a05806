import { chmodSync, copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

import { newId } from '../../../../shared/model/id.ts'
import type { Speaker } from '../../../../shared/model/speaker.ts'
import { exportProject } from '../../exporters/export-project.ts'
import { checkProject } from '../check.ts'
import { openProject } from '../open-project.ts'
import type { ProjectFile } from '../project-file.ts'
import { dump, namesIn, newProject, temporaryFolder, valueOf } from '../project.fixture.ts'
import { openReader } from '../reader.ts'

const fixture = join(import.meta.dirname, '../fixtures/version-1.verbatim')

/** A copy of a project that version 1 wrote, in a folder of its own. */
function oldProject(): string {
  const path = join(temporaryFolder(), 'Old.verbatim')
  copyFileSync(fixture, path)
  return path
}

function opened(path: string): ProjectFile {
  const file = valueOf(openProject(path))
  onTestFinished(() => file.close())
  return file
}

/** Every row of every table, and what makes the tables. */
function contentOf(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const parts = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
    const tables = parts.filter(({ type }) => type === 'table').map(({ name }) => String(name))
    const version = db.prepare('PRAGMA user_version').get()
    return { version, parts, rows: tables.map((name) => db.prepare(`SELECT * FROM ${name}`).all()) }
  } finally {
    db.close()
  }
}

test('the copy that is kept is the project as version 1 had it', () => {
  const path = oldProject()
  opened(path).close()
  expect(namesIn(dirname(path))).toEqual([
    'Old (version 1).verbatim',
    'Old (version 2).verbatim',
    'Old.verbatim',
  ])
  expect(contentOf(join(dirname(path), 'Old (version 1).verbatim'))).toEqual(contentOf(fixture))
})

test('nothing is found in it afterwards, and it is laid out like a new project', () => {
  const path = oldProject()
  opened(path).close()
  expect(valueOf(checkProject(path))).toEqual({
    documents: 2,
    annotations: 6,
    relations: 3,
    journalEntries: 21,
    findings: [],
  })
  const fresh = newProject()
  fresh.close()
  expect(layoutOf(path)).toEqual(layoutOf(fresh.path))
})

function layoutOf(path: string): readonly string[] {
  const db = new DatabaseSync(path, { readOnly: true })
  const rows = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
  db.close()
  // SQLite quotes the name of a table that was renamed.
  return rows.map(({ sql }) => String(sql).replaceAll('"', '').replaceAll(/\s+/g, ' ')).toSorted()
}

test('speakers become a registry, those too that only the history knows, and annotations name them', () => {
  const file = opened(oldProject())
  const names = file.speakers().map(({ name }) => name)
  expect(names.filter((name) => name.length < 30)).toEqual([
    'A deckhand',
    'A reader',
    'An engineer',
    'Lidia Osokina',
    'The mayor',
    'المحافظ',
  ])
  const long = file.speakers().find(({ name }) => name.length > 30)
  expect(long?.name).toMatch(/^One of the owners .*…$/)
  expect(long?.name.length).toBeLessThanOrEqual(200)
  expect(long?.role).toContain(long?.name.slice(0, -1))
  expect(long?.role).toMatch(/reporters 👩‍🍳$/)

  const byId = new Map(file.speakers().map((speaker: Speaker) => [speaker.id, speaker.name]))
  const said = file
    .documents()
    .flatMap(({ document }) => file.annotations(document.id))
    .map(({ attribution }) => attribution.map((id) => byId.get(id)))
  expect(said).toEqual([
    ['The mayor'],
    ['The mayor'],
    ['An engineer'],
    [long?.name],
    ['المحافظ'],
    ['An engineer'],
  ])
})

test('relation types that were used come after the default ones, without rules', () => {
  const file = opened(oldProject())
  const types = file.relationTypes()
  expect(types.map(({ id, position }) => [id, position])).toEqual([
    ['denies', 0],
    ['supports', 1],
    ['repeats', 2],
    ['responds to', 3],
    ['mocks', 4],
    ['echoes', 5],
  ])
  expect(types[0]).toMatchObject({ from: ['denial'], to: ['claim', 'quote'] })
  expect(types[4]).toMatchObject({ name: 'mocks', description: '', from: [], to: [] })
  expect(file.labels()[3]).toEqual({
    id: 'analysis',
    name: 'Comment',
    color: '#0f766e',
    key: '4',
    description: 'What somebody makes of it.',
    guideline: '',
    attributes: [],
    speaker: { title: 'Speaker', required: false },
    archived: false,
    position: 3,
  })
})

test('its whole history can be undone and redone', () => {
  const path = oldProject()
  const file = opened(path)
  const atFirst = dump(file)
  expect(valueOf(file.redo(newId(), 'Ada'))?.entry.summary).toBe('Tag rumour')
  const complete = dump(file)
  let undone = 0
  while (valueOf(file.undo(newId(), 'Ada')) !== null) undone += 1
  expect(undone).toBe(16)
  expect(file.documents()).toEqual([])
  for (let count = 0; count < undone; count += 1) valueOf(file.redo(newId(), 'Ada'))
  expect(dump(file)).toEqual(complete)
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(atFirst)
  file.close()
  expect(valueOf(checkProject(path)).findings).toEqual([])
})

test('copies that are brought to the new version apart from each other agree', () => {
  expect(dump(opened(oldProject()))).toEqual(dump(opened(oldProject())))
})

test('its dataset says what it said, in the words of now', async () => {
  const path = oldProject()
  const file = opened(path)
  const target = { kind: 'file', path: `${path}.json` } as const
  valueOf(await exportProject({ reader: file, format: 'json', target }))
  const was = readDataset(join(import.meta.dirname, '../fixtures/version-1.json'))
  const is = readDataset(target.path)
  expect(is.relations).toEqual(was.relations)
  expect(is.labels).toMatchObject(was.labels)
  const ids = new Map(file.speakers().map(({ id, name, role }) => [role ?? name, { id, name }]))
  expect(is.documents).toEqual(
    was.documents.map(({ annotations, ...document }) => ({
      ...document,
      author: null,
      date: null,
      url: null,
      direction: null,
      assignee: null,
      tags: [],
      metadata: {},
      suggestions: [],
      annotations: annotations.map(({ speaker, ...annotation }) => {
        const registered = ids.get(speaker?.trim() ?? '')
        expect(registered).toBeDefined()
        return { ...annotation, speaker: registered?.name, attribution: [registered?.id] }
      }),
    })),
  )
})

const old = z.looseObject({
  labels: z.array(z.record(z.string(), z.unknown())),
  relations: z.array(z.unknown()),
  documents: z.array(
    z.looseObject({ annotations: z.array(z.looseObject({ speaker: z.string().nullable() })) }),
  ),
})

function readDataset(path: string): z.infer<typeof old> {
  return old.parse(JSON.parse(readFileSync(path, 'utf8')))
}

test('where it is only read, it is read as it would become and left as it is', () => {
  const path = oldProject()
  const bytes = readFileSync(path)
  const reader = valueOf(openReader(path))
  const content = dump(reader)
  reader.close()
  expect(valueOf(checkProject(path))).toMatchObject({ annotations: 6, findings: [] })
  chmodSync(path, 0o444)
  const readOnly = opened(path)
  expect(readOnly.readOnly).not.toBeNull()
  expect(dump(readOnly)).toEqual(content)
  readOnly.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(dirname(path))).toEqual(['Old.verbatim'])
  chmodSync(path, 0o644)
  expect(dump(opened(path))).toEqual(content)
})

test('an entry of its history that cannot be read stays as it is and stops nothing', () => {
  const path = oldProject()
  const db = new DatabaseSync(path)
  db.exec("UPDATE journal SET changes = '[{' WHERE seq = 3")
  db.close()
  expect(opened(path).documents()).toHaveLength(2)
  const { findings } = valueOf(checkProject(path))
  expect(findings.map(({ part }) => part)).toEqual(['journal'])
})

test('one with a reference that leads nowhere is found damaged, and not changed', () => {
  const path = oldProject()
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  db.exec("DELETE FROM annotations WHERE label = 'denial'")
  db.close()
  const bytes = readFileSync(path)
  expect(openProject(path)).toMatchObject({ failure: { code: 'damaged' } })
  expect(openReader(path)).toMatchObject({ failure: { code: 'damaged' } })
  const { findings } = valueOf(checkProject(path))
  expect(findings.map(({ message }) => message)).toContain(
    'A reference leads nowhere: relations to annotations.',
  )
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(dirname(path))).toEqual(['Old.verbatim'])
})

test('one without its own tables is damaged, whatever it says it is', () => {
  const path = oldProject()
  const db = new DatabaseSync(path)
  db.exec('DROP TABLE relations')
  db.close()
  expect(openProject(path)).toMatchObject({ failure: { code: 'damaged' } })
  expect(namesIn(dirname(path))).toEqual(['Old.verbatim'])
})
