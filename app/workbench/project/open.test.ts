import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import type { Result } from '../../../shared/result.ts'
import { createProject } from './create-project.ts'
import { draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import {
  codeOf,
  dump,
  namesIn,
  newProject,
  projectWithArticle,
  temporaryFolder,
  valueOf,
} from './project.fixture.ts'
import { openReader } from './reader.ts'
import { applicationId, schemaVersion } from './schema.ts'

/** A closed project with one article in a folder of its own. */
function closedProject(): string {
  const { file } = projectWithArticle()
  file.close()
  return file.path
}

function alter(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  change(bytes)
  writeFileSync(path, bytes)
}

function foreignDatabase(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(
    `CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO notes (body) VALUES ('x'); ${sql}`,
  )
  db.close()
}

/** Each makes a file that is refused, from a sound project at `path`. */
const refused: readonly (readonly [string, string, (path: string) => void])[] = [
  ['an empty file', 'notAProject', (path) => truncateSync(path, 0)],
  ['a text file', 'notAProject', (path) => writeFileSync(path, 'Not a project.\n'.repeat(500))],
  ['a short text file', 'notAProject', (path) => writeFileSync(path, 'x')],
  ['random bytes', 'notAProject', (path) => writeFileSync(path, Buffer.alloc(9000, 'f3a7', 'hex'))],
  [
    'a database of another program',
    'notAProject',
    (path) => {
      truncateSync(path, 0)
      foreignDatabase(path, 'PRAGMA application_id = 7')
    },
  ],
  [
    'another program’s database in WAL mode',
    'notAProject',
    (path) => {
      truncateSync(path, 0)
      foreignDatabase(path, 'PRAGMA journal_mode = WAL')
    },
  ],
  [
    'a newer version',
    'tooNew',
    (path) => alter(path, (bytes) => bytes.writeUInt32BE(schemaVersion + 1, 60)),
  ],
  ['no version', 'damaged', (path) => alter(path, (bytes) => bytes.writeUInt32BE(0, 60))],
  ['a file cut in the middle', 'damaged', (path) => truncateSync(path, statSync(path).size / 2)],
  ['a file cut inside a page', 'damaged', (path) => truncateSync(path, statSync(path).size - 100)],
  ['a file cut after its header', 'damaged', (path) => truncateSync(path, 200)],
  ['a file with more at its end', 'damaged', (path) => writeFileSync(path, 'more', { flag: 'a' })],
  ['an overwritten header', 'damaged', (path) => alter(path, (bytes) => bytes.fill('x', 0, 30))],
  [
    'an overwritten page',
    'damaged',
    (path) => alter(path, (bytes) => bytes.fill(0xaa, 4096, 8192)),
  ],
  [
    'an overwritten schema',
    'damaged',
    (path) => alter(path, (bytes) => bytes.fill(0xaa, 200, 4096)),
  ],
  [
    'a missing table',
    'damaged',
    (path) => {
      const db = new DatabaseSync(path)
      db.exec('DROP TABLE views; VACUUM')
      db.close()
    },
  ],
]

test.each(refused)('%s is refused as %s and left as it is', (_what, code, spoil) => {
  const path = closedProject()
  spoil(path)
  const bytes = readFileSync(path)
  for (const result of [openProject(path), openReader(path)] as Result<unknown>[]) {
    expect(result).toMatchObject({
      ok: false,
      failure: { code, message: expect.stringContaining('“News.verbatim”') },
    })
  }
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
})

test('a folder, a missing file and a missing folder are refused', () => {
  const folder = temporaryFolder()
  expect(codeOf(openProject(folder))).toBe('notAProject')
  expect(codeOf(openProject(join(folder, 'Missing.verbatim')))).toBe('notFound')
  expect(codeOf(openReader(join(folder, 'no', 'Missing.verbatim')))).toBe('notFound')
  expect(namesIn(folder)).toEqual([])
})

test('a new project carries its marks and never replaces anything', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'New.verbatim')
  const file = valueOf(createProject(path, 'New'))
  expect(file.labels().map(({ id }) => id)).toEqual(['claim', 'quote', 'denial', 'analysis'])
  expect(file.undoState()).toEqual({ undo: null, redo: null })
  file.close()
  expect(namesIn(folder)).toEqual(['New.verbatim'])
  const bytes = readFileSync(path)
  expect(bytes.readUInt32BE(68)).toBe(applicationId)
  expect(bytes.readUInt32BE(60)).toBe(schemaVersion)

  expect(codeOf(createProject(path, 'Other'))).toBe('alreadyExists')
  expect(codeOf(createProject(folder, 'Other'))).toBe('alreadyExists')
  expect(codeOf(createProject(join(folder, 'no', 'New.verbatim'), 'Other'))).toBe('notFound')
  expect(codeOf(createProject(join(path, 'New.verbatim'), 'Other'))).toBe('notFound')
  expect(codeOf(createProject('/proc/New.verbatim', 'Other'))).not.toBe('ok')
  expect(codeOf(createProject(join(folder, `${'x'.repeat(300)}.verbatim`), 'Other'))).toBe(
    'storage',
  )
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(folder)).toEqual(['New.verbatim'])
})

/** Makes a path unwritable in each of the ways that a file can be, and gives it back its rights. */
const protections: readonly (readonly [string, (path: string) => string])[] = [
  ['a write-protected file', (path) => path],
  ['a file in a write-protected folder', dirname],
]

test.each(protections)('%s opens for reading only', (_what, protectedPath) => {
  const path = closedProject()
  const bytes = readFileSync(path)
  const target = protectedPath(path)
  const { mode } = statSync(target)
  chmodSync(target, mode & 0o555)
  const file = valueOf(openProject(path))
  expect(file.readOnly).toContain('can be read but not changed')
  const [document] = file.wholeDocuments()
  if (document === undefined) throw new Error('the project has a document')
  expect(file.text(document.sha256)).toContain('bridge')
  const after = { ...document, title: 'New' }
  const results = [
    file.commit(draftOf({ entity: 'document', before: document, after })),
    file.undo(newId(), 'Ada'),
    file.redo(newId(), 'Ada'),
    file.saveView(document.id, { anchor: 0, focus: 0, top: 0, annotationId: null }),
  ]
  expect(results.map(codeOf)).toEqual(['readOnly', 'readOnly', 'readOnly', 'readOnly'])
  const reader = valueOf(openReader(path))
  expect(dump(reader)).toEqual(dump(file))
  reader.close()
  file.close()
  chmodSync(target, mode)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0
const mounts = canMount && spawnSync('unshare', ['--mount', 'true']).status === 0

test.skipIf(!mounts)(
  'a project on a read-only disk can be read, also one copied while open',
  () => {
    const { file } = projectWithArticle()
    const expected = dump(file)
    file.close()
    const disk = join(temporaryFolder(), 'disk')
    mkdirSync(disk)
    expect(spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]).status).toBe(0)
    onTestFinished(() => void spawnSync('umount', [disk]))
    copyFileSync(file.path, join(disk, 'Closed.verbatim'))
    copyFileSync(file.path, join(disk, 'Open.verbatim'))
    const db = new DatabaseSync(join(disk, 'Open.verbatim'))
    db.exec('PRAGMA journal_mode = WAL')
    db.close()
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0)

    for (const name of ['Closed.verbatim', 'Open.verbatim']) {
      const opened = valueOf(openProject(join(disk, name)))
      expect(opened.readOnly).toContain('can be read but not changed')
      expect(dump(opened)).toEqual(expected)
      opened.close()
    }
    expect(codeOf(createProject(join(disk, 'New.verbatim'), 'New'))).toMatch(
      /readOnly|noPermission/,
    )
    expect(namesIn(disk)).toEqual(['Closed.verbatim', 'Open.verbatim'])
  },
)

test('a project opened through a link lies where its file lies', () => {
  const path = closedProject()
  const link = join(temporaryFolder(), 'Link.verbatim')
  symlinkSync(path, link)
  const file = valueOf(openProject(link))
  expect(file.path).toBe(path)
  expect(codeOf(openProject(path))).toBe('inUse')
  file.close()
  expect(namesIn(dirname(link))).toEqual(['Link.verbatim'])
})

test('a reader sees one moment, while the project is worked on', () => {
  const file = newProject()
  const project = file.project()
  const reader = valueOf(openReader(file.path))
  const after = { ...project, name: 'Renamed' }
  valueOf(file.commit(draftOf({ entity: 'project', before: project, after })))
  expect(reader.project()).toEqual(project)
  reader.close()
  const later = valueOf(openReader(file.path))
  expect(later.project()).toEqual(after)
  // Closing under a reader loses nothing; the next to close leaves one file.
  file.close()
  expect(later.project()).toEqual(after)
  later.close()
  const again = valueOf(openProject(file.path))
  expect(again.project()).toEqual(after)
  again.close()
  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim'])
})
