import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { namesIn, projectWithArticle } from '../workbench/project/project.fixture.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

async function verbatim(...args: readonly string[]) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [main, ...args], (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr })
    })
  })
}

/** The page that a table begins on, counted from 1. */
function pageOf(path: string, table: string): number {
  using db = new DatabaseSync(path, { readOnly: true })
  return Number(
    db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.['rootpage'],
  )
}

test('repair saves what is readable to a new file and writes what is not to the report', async () => {
  const { file } = projectWithArticle()
  file.close()
  const { path } = file
  expect(await verbatim('repair', path)).toMatchObject({ status: 2 })
  const page = pageOf(path, 'labels')
  writeFileSync(path, readFileSync(path).fill(0, 4096 * (page - 1), 4096 * page))
  const [out, report] = ['New.verbatim', 'report.json'].map((name) => join(dirname(path), name))
  const run = await verbatim('repair', path, '--out', out ?? '', '--report', report ?? '')
  expect(run).toMatchObject({ status: 1, stderr: '' })
  expect(run.stdout).toContain('1 documents')
  expect(JSON.parse(readFileSync(report ?? '', 'utf8'))).toMatchObject({
    saved: { documents: 1 },
    findings: expect.arrayContaining([expect.objectContaining({ part: 'file' })]),
  })
  expect(await verbatim('check', out ?? '')).toMatchObject({ status: 0 })
  expect(namesIn(dirname(path))).toEqual(['New.verbatim', 'News.verbatim', 'report.json'])
  expect(await verbatim('repair', path, '--out', out ?? '')).toMatchObject({ status: 3 })
})

test('compact says what was gained', async () => {
  const { file } = projectWithArticle()
  file.close()
  const run = await verbatim('compact', file.path, '--json')
  expect(run.status).toBe(0)
  expect(JSON.parse(run.stdout)).toEqual({
    before: expect.any(Number),
    after: readFileSync(file.path).length,
  })
})
