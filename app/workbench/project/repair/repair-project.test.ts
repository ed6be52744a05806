import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, test } from 'vitest'

import { projectWithLongEntry } from '../long-entry.fixture.ts'
import { openProject } from '../open-project.ts'
import type { ProjectFile } from '../project-file.ts'
import { codeOf, namesIn, valueOf } from '../project.fixture.ts'
import { repairProject, repairSteps, type RepairReport } from './repair-project.ts'
import { bigProject, damagedCopy, dumpOf } from './repair.fixture.ts'

function targetOf(path: string): string {
  return join(dirname(path), 'Repaired.verbatim')
}

function repaired(path: string): RepairReport {
  return valueOf(repairProject({ path, target: targetOf(path) }))
}

function entriesIn(path: string): readonly unknown[] {
  using db = new DatabaseSync(path, { readOnly: true })
  return db.prepare('SELECT * FROM journal ORDER BY seq').all()
}

test('of a sound project all is saved, its history too, and nothing is found', () => {
  const path = bigProject()
  const bytes = readFileSync(path)
  const report = repaired(path)
  expect(report.findings).toEqual([])
  expect(report.saved).toEqual({ documents: 30, annotations: 750, review: 0, relations: 30 })
  expect(dumpOf(report.target)).toEqual(dumpOf(path))
  expect(readFileSync(path).equals(bytes)).toBe(true)
  const [one, other] = [path, report.target].map((each) => valueOf(openProject(each)))
  const history = (file: ProjectFile | undefined) => file?.journal(null, 100)
  expect(history(other)).toEqual(history(one))
  one?.close()
  other?.close()
  expect(namesIn(dirname(path))).toEqual(['News.verbatim', 'Repaired.verbatim'])
})

test('entries of the history that are too long to be read at once are saved as they are', () => {
  const path = projectWithLongEntry(20)
  const report = repaired(path)
  expect(report.findings).toEqual([])
  expect(entriesIn(report.target)).toEqual(entriesIn(path))
})

test('what is committed but still in the log beside the file is saved', () => {
  const path = bigProject()
  const file = valueOf(openProject(path))
  const project = file.project()
  const after = { ...project, name: 'In the log' }
  const change = { entity: 'project', before: project, after } as const
  valueOf(file.commit({ id: crypto.randomUUID(), annotator: 'A', summary: 'B', changes: [change] }))
  expect(codeOf(repairProject({ path, target: targetOf(path) }))).toBe('inUse')
  const copy = damagedCopy(path, 'Copy.verbatim', (bytes) => bytes)
  damagedCopy(`${path}-wal`, 'Copy.verbatim-wal', (bytes) => bytes)
  file.close()
  const report = repaired(copy)
  expect(report.findings).toEqual([])
  expect(dumpOf(report.target).project.name).toBe('In the log')
})

test('a project whose schema or head is gone is read by the shape of its rows', () => {
  const path = bigProject()
  const before = dumpOf(path)
  const garbled = damagedCopy(path, 'Garbled.verbatim', (bytes) => bytes)
  using db = new DatabaseSync(garbled)
  db.enableDefensive(false)
  db.exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE ' || sql")
  db.close()
  const headless = damagedCopy(path, 'Headless.verbatim', (bytes) => bytes.fill(0xff, 0, 4096))
  for (const damaged of [garbled, headless]) {
    expect(codeOf(openProject(damaged))).not.toBe('ok')
    const report = repaired(damaged)
    const after = dumpOf(report.target)
    expect(after.documents).toEqual(before.documents)
    expect(after.annotations).toEqual(before.annotations)
    expect(after.relations).toEqual(before.relations)
    rmSync(report.target)
  }
})

test('no file is replaced, and what is no project is refused', () => {
  const path = bigProject()
  expect(codeOf(repairProject({ path, target: path }))).toBe('alreadyExists')
  const other = join(dirname(path), 'other.db')
  using db = new DatabaseSync(other)
  db.exec('CREATE TABLE x (y)')
  db.close()
  expect(codeOf(repairProject({ path: other, target: targetOf(path) }))).toBe('notAProject')
  expect(namesIn(dirname(path))).toEqual(['News.verbatim', 'other.db'])
})

test('a repair says how far it is, and where it is left early there is no new file', () => {
  const path = bigProject()
  const target = join(dirname(path), 'New.verbatim')
  const whole = [...repairSteps({ path, target })]
  expect([...new Set(whole.map(({ phase }) => phase))]).toEqual(['reading', 'storing', 'checking'])
  for (const { done, total } of whole) expect(done).toBeLessThanOrEqual(total)
  const stored = whole.findLast(({ phase }) => phase === 'storing')
  expect(stored).toMatchObject({ done: stored?.total, documents: whole.at(-1)?.documents })
  rmSync(target)
  for (const taken of [0, 1, Math.floor(whole.length / 2), whole.length - 1]) {
    let rest = taken
    const steps = repairSteps({ path, target })
    while (rest >= 0 && steps.next().done !== true) rest -= 1
    expect(() => steps.throw(new Error('enough'))).toThrow('enough')
    expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
  }
})
