import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'

import { acquireLock, lockPathOf } from './lock.ts'
import { draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import { codeOf, namesIn, newProject, temporaryFolder, valueOf } from './project.fixture.ts'
import { openReader } from './reader.ts'

/** Runs a module in a process of its own and waits for its first line. */
async function run(
  source: string,
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { child, line: String(line).trim() }
}

function holding(path: string): string {
  return `
    const { openProject } = await import('./open-project.ts')
    const result = openProject(${JSON.stringify(path)}, { program: 'Other window' })
    console.log(result.ok ? 'open' : result.failure.code)
    process.stdin.on('data', () => { result.value.close(); process.exit() })`
}

test('a project open in another process is refused by name, until that is killed', async () => {
  const file = newProject()
  const path = file.path
  file.close()
  const { child, line } = await run(holding(path))
  expect(line).toBe('open')
  const bytes = readFileSync(path)
  const refused = openProject(path)
  expect(refused).toMatchObject({
    ok: false,
    failure: {
      code: 'inUse',
      message: expect.stringContaining(`Other window (process ${child.pid} on `),
    },
  })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  const reader = valueOf(openReader(path))
  expect(reader.project().name).toBe('News')
  reader.close()

  child.kill('SIGKILL')
  await once(child, 'exit')
  const again = valueOf(openProject(path))
  again.close()
  expect(namesIn(dirname(path))).toEqual(['News.verbatim'])
})

test('of many processes that open a project at once, one gets it', async () => {
  const file = newProject()
  file.close()
  const started = await Promise.all(Array.from({ length: 5 }, () => run(holding(file.path))))
  const lines = started.map(({ line }) => line)
  expect(lines.filter((line) => line === 'open')).toHaveLength(1)
  expect(lines.filter((line) => line === 'inUse')).toHaveLength(4)
})

test('a lock passes from hand to hand', () => {
  const path = join(temporaryFolder(), 'x')
  for (let round = 0; round < 20; round += 1) {
    const lock = valueOf(acquireLock(path, 'One'))
    expect(codeOf(acquireLock(path, 'Two'))).toBe('inUse')
    lock.release()
    expect(namesIn(dirname(path))).toEqual([])
  }
})

test('a file of somebody else in the place of the lock is left alone', () => {
  const file = newProject()
  file.close()
  writeFileSync(lockPathOf(file.path), 'My notes on this project, nothing else.\n'.repeat(100))
  expect(codeOf(openProject(file.path))).toBe('storage')
  expect(readFileSync(lockPathOf(file.path), 'utf8')).toContain('My notes')
})

test('another program that writes to the file is waited for, then named as the reason', () => {
  const file = newProject()
  file.close()
  const other = new DatabaseSync(file.path)
  onTestFinished(() => {
    if (other.isOpen) other.close()
  })
  other.exec('BEGIN IMMEDIATE')
  expect(codeOf(openProject(file.path))).toBe('inUse')
  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim'])
  other.exec('ROLLBACK')

  const again = valueOf(openProject(file.path))
  const project = again.project()
  const rename = draftOf({ entity: 'project', before: project, after: { ...project, name: 'B' } })
  other.exec('BEGIN IMMEDIATE')
  expect(codeOf(again.commit(rename))).toBe('inUse')
  expect(again.project()).toEqual(project)
  other.exec('ROLLBACK')
  other.close()
  expect(codeOf(again.commit(rename))).toBe('ok')
  again.close()
})
