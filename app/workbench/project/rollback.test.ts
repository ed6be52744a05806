import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, test } from 'vitest'

import { checkProject } from './check.ts'
import { createProject } from './create-project.ts'
import { leaveHotJournal } from './hot-journal.fixture.ts'
import { acquireLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { openProject } from './open-project.ts'
import type { ProjectReader } from './project-file.ts'
import {
  codeOf,
  dump,
  namesIn,
  projectWithArticle,
  temporaryFolder,
  valueOf,
} from './project.fixture.ts'
import { openReader } from './reader.ts'
import { schemaVersion } from './schema.ts'

/** A closed project with one article, and what is in it. */
function closedProject() {
  const { file } = projectWithArticle()
  const content = dump(file)
  file.close()
  return { path: file.path, content }
}

/** Runs a module in a process of its own, which kills itself. */
function runKilled(source: string): void {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', source],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  // Windows has no signals: who ends itself there ends with the code 1.
  expect(process.platform === 'win32' ? status : signal).toBe(
    process.platform === 'win32' ? 1 : 'SIGKILL',
  )
}

/** Kills a process while it writes so much that a part of it is in the file already. */
function killWhileWriting(path: string): void {
  runKilled(`
    import { DatabaseSync } from 'node:sqlite'
    const db = new DatabaseSync(${JSON.stringify(path)})
    db.exec('PRAGMA cache_size = 1; BEGIN; DELETE FROM labels; CREATE TABLE more (x)')
    const put = db.prepare('INSERT INTO more VALUES (?)')
    for (let row = 0; row < 200; row += 1) put.run('x'.repeat(4000))
    process.kill(process.pid, 'SIGKILL')`)
  expect(namesIn(dirname(path))).toEqual(['News.verbatim', 'News.verbatim-journal'])
}

/** The first page as a change can leave it that is killed before its end. Offsets: https://www.sqlite.org/fileformat2.html#the_database_header */
const firstPages: readonly (readonly [string, (page: Buffer) => void])[] = [
  ['before the page is written', () => {}],
  ['opening, with the mark of WAL written', (page) => page.fill(2, 18, 20)],
  ['closing, with the mark of WAL taken away', (page) => page.fill(1, 18, 20)],
  ['a migration to a newer version', (page) => page.writeUInt32BE(2, 60)],
  ['growing, with the new size written first', (page) => page.writeUInt32BE(9999, 28)],
  ['in the middle of the page itself', (page) => page.fill(0xaa, 512)],
]

for (const [who, open] of [
  ['work', openProject],
  ['reading', openReader],
] as const) {
  test(`a project whose process was killed in the middle of a change opens for ${who}`, () => {
    const { path, content } = closedProject()
    killWhileWriting(path)
    const opened = valueOf<ProjectReader>(open(path))
    expect(dump(opened)).toEqual(content)
    opened.close()
    expect(valueOf(checkProject(path)).findings).toEqual([])
    expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
  })

  test.each(firstPages)(`a kill is undone when opened for ${who}: %s`, (_what, change) => {
    const { path, content } = closedProject()
    leaveHotJournal(path, change)
    const opened = valueOf<ProjectReader>(open(path))
    expect(existsSync(`${path}-journal`)).toBe(false)
    expect(dump(opened)).toEqual(content)
    opened.close()
    expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
  })
}

test('a project killed between its last two steps of closing opens again', () => {
  const { path, content } = closedProject()
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL')
  db.close()
  leaveHotJournal(path, (page) => page.fill(1, 18, 20))
  const opened = valueOf(openProject(path))
  expect(dump(opened)).toEqual(content)
  opened.close()
  expect(readFileSync(path).readUInt16BE(18)).toBe(0x0101)
  expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
})

test('an interrupted change to another program’s database is not touched', () => {
  const path = join(temporaryFolder(), 'Notes.verbatim')
  const db = new DatabaseSync(path)
  db.exec('PRAGMA application_id = 7; CREATE TABLE notes (body TEXT)')
  db.close()
  leaveHotJournal(path, (page) => page.writeUInt32BE(9, 60))
  const bytes = [path, `${path}-journal`].map((name) => readFileSync(name))
  expect(codeOf(openProject(path))).toBe('notAProject')
  expect(codeOf(openReader(path))).toBe('notAProject')
  expect([path, `${path}-journal`].map((name) => readFileSync(name))).toEqual(bytes)
  expect(namesIn(dirname(path))).toEqual(['Notes.verbatim', 'Notes.verbatim-journal'])
})

test('a newer version is refused also where only what lies beside the file says so', () => {
  const { path } = closedProject()
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
  db.close()
  leaveHotJournal(path, (page) => page.writeUInt32BE(schemaVersion, 60))
  expect(codeOf(openProject(path))).toBe('tooNew')

  const other = closedProject()
  runKilled(`
    import { DatabaseSync } from 'node:sqlite'
    const db = new DatabaseSync(${JSON.stringify(other.path)})
    db.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = ${schemaVersion + 1}')
    process.kill(process.pid, 'SIGKILL')`)
  expect(readFileSync(other.path).readUInt32BE(60)).toBe(schemaVersion)
  expect(codeOf(openProject(other.path))).toBe('tooNew')
})

test('an interrupted change that cannot be taken back is told, with what to do', () => {
  const { path, content } = closedProject()
  leaveHotJournal(path, (page) => page.fill(2, 18, 20))
  const { mode } = statSync(path)
  chmodSync(path, mode & 0o555)
  for (const result of [openProject(path), openReader(path)]) {
    expect(result).toMatchObject({
      ok: false,
      failure: {
        code: 'readOnly',
        message: expect.stringContaining('interrupted'),
        remedy: expect.stringContaining('“News.verbatim-journal”'),
      },
    })
  }
  expect(namesIn(dirname(path))).toEqual(['News.verbatim', 'News.verbatim-journal'])
  chmodSync(path, mode)

  const lock = valueOf(acquireLock(path, 'Other window'))
  const held = openReader(path)
  expect(held).toMatchObject({
    failure: { code: 'inUse', message: expect.stringContaining('Other window') },
  })
  lock.release()
  const reader = valueOf(openReader(path))
  expect(dump(reader)).toEqual(content)
  reader.close()
})

test('a project whose migration was killed is as it was, and is migrated again', () => {
  const { path, content } = closedProject()
  runKilled(`
    import { DatabaseSync } from 'node:sqlite'
    import { migrate } from './migrate.ts'
    const db = new DatabaseSync(${JSON.stringify(path)})
    db.exec('PRAGMA cache_size = 1')
    migrate(db, ${JSON.stringify(path)}, [{ from: ${schemaVersion}, run: () => {
      db.exec('CREATE TABLE more (x)')
      const put = db.prepare('INSERT INTO more VALUES (?)')
      for (let row = 0; row < 200; row += 1) put.run('x'.repeat(4000))
      process.kill(process.pid, 'SIGKILL')
    } }])`)
  const backup = `News (version ${schemaVersion}).verbatim`
  expect(namesIn(dirname(path))).toEqual([backup, 'News.verbatim', 'News.verbatim-journal'])
  for (const name of [backup, 'News.verbatim']) {
    const reader = valueOf(openReader(join(dirname(path), name)))
    expect(dump(reader)).toEqual(content)
    reader.close()
  }

  // A copy that was not finished does not stand in the way.
  rmSync(join(dirname(path), backup))
  for (const end of ['.unfinished', '.unfinished-journal']) {
    writeFileSync(join(dirname(path), `${backup}${end}`), readFileSync(path).subarray(0, 5000))
  }
  const db = new DatabaseSync(path)
  valueOf(migrate(db, path, [{ from: schemaVersion, run: () => db.exec('CREATE TABLE more (x)') }]))
  db.close()
  expect(namesIn(dirname(path))).toEqual([backup, 'News.verbatim'])
})

test('a project that was not finished does not stand in the way of its second try', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'News.verbatim')
  // Taking the name is the last step but one; the kill comes just before it, or just after it.
  for (const [whole, call] of [
    [false, `() => process.kill(process.pid, 'SIGKILL')`],
    [true, `(...names) => { link(...names); process.kill(process.pid, 'SIGKILL') }`],
  ] as const) {
    runKilled(`
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const link = fs.linkSync
      fs.linkSync = ${call}
      syncBuiltinESMExports()
      const { createProject } = await import('./create-project.ts')
      createProject(${JSON.stringify(path)}, 'News')`)
    expect(namesIn(folder).some((name) => name.endsWith('.unfinished'))).toBe(true)
    const result = whole ? openProject(path) : createProject(path, 'News')
    expect(valueOf(result).project().name).toBe('News')
    valueOf(result).close()
    expect(valueOf(checkProject(path)).findings).toEqual([])
    rmSync(path)
  }
})
