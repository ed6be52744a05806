import { existsSync } from 'node:fs'

import { expect, onTestFinished, test } from 'vitest'

import { pressProject } from '../press-project.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { valueOf } from '../project/project.fixture.ts'
import { createProjectSearch } from './project-search.ts'

function searchIn(): ReturnType<typeof createProjectSearch> {
  const search = createProjectSearch({
    tellIndex: () => {},
    log: (text) => {
      throw new Error(text)
    },
  })
  onTestFinished(search.close)
  return search
}

async function hits(search: ReturnType<typeof searchIn>, file: ProjectFile, query: string) {
  const answer = valueOf(await search.ask(file, 'search.run', { query, order: 'document' }))
  return answer.progress.hits
}

test('a thread answers, knows what is committed, and lets go of the file', async () => {
  const { file } = pressProject()
  const search = searchIn()
  expect(await hits(search, file, 'label:claim')).toBe(3)
  await expect
    .poll(async () => {
      const asked = { query: 'bridge', order: 'document' } as const
      return valueOf(await search.ask(file, 'search.run', asked)).progress.scanned
    })
    .toBeNull()
  expect(await hits(search, file, 'bridge')).toBe(2)
  await search.close()
  file.close()
  expect(existsSync(`${file.path}-wal`)).toBe(false)
})

test('a query that cannot be read, and a search that is over, are told as such', async () => {
  const { file } = pressProject()
  const search = searchIn()
  const faulty = await search.ask(file, 'search.run', { query: 'a OR', order: 'document' })
  expect(faulty).toMatchObject({ ok: false, failure: { code: 'invalidArguments' } })
  const gone = await search.ask(file, 'search.rows', { search: 99, from: 0, count: 1 })
  expect(gone).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})

test('a search under way when the file is closed is answered', async () => {
  const { file } = pressProject()
  const search = searchIn()
  const asked = search.ask(file, 'search.run', { query: 'bridge', order: 'document' })
  await search.close()
  expect((await asked).ok || 'ended').toBeTruthy()
})
