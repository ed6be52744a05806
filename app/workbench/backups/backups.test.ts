import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { inThread } from '../project-thread/in-thread.ts'
import { checkProject } from '../project/check.ts'
import { annotationOf, articleText, draftOf } from '../project/model.fixture.ts'
import { openProject } from '../project/open-project.ts'
import {
  codeOf,
  dump,
  namesIn,
  projectWithArticle,
  temporaryFolder,
  valueOf,
} from '../project/project.fixture.ts'
import { backedUpProjects } from './backup-folder.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

function open() {
  const { file, document } = projectWithArticle()
  const root = join(temporaryFolder(), 'Backups')
  const about = { id: file.project().id, name: 'News', path: file.path }
  const request = (at: number, keep = 10) => ({ about, root, keep, at })
  return { file, document, root, request }
}

const noon = Date.parse('2026-11-26T12:00:00Z')

test('a backup is the project as it is, made in a thread while it is being changed', async () => {
  const { file, document, root, request } = open()
  const making = { underWay: true }
  const made = inThread('backup', request(noon)).finally(() => (making.underWay = false))
  let commits = 0
  while (making.underWay) {
    const after = annotationOf(document, articleText, [{ start: 4, end: 9 }])
    expect(codeOf(file.commit(draftOf({ entity: 'annotation', before: null, after })))).toBe('ok')
    commits += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  const copy = valueOf(await made)
  expect(commits).toBeGreaterThan(0)
  expect(copy.path).toBe(join(root, namesIn(root)[0] ?? '', 'News 2026-11-26 12-00-00Z.verbatim'))
  expect(valueOf(checkProject(copy.path)).findings).toEqual([])
  expect(namesIn(dirname(copy.path))).toEqual([
    'News 2026-11-26 12-00-00Z.verbatim',
    'project.json',
  ])
})

test('a project whose file is gone is restored to a new file', async () => {
  const { file, root, request } = open()
  const expected = dump(file)
  const copy = valueOf(await makeBackup(request(noon)))
  file.close()
  rmSync(file.path)

  expect(backedUpProjects(root)).toMatchObject([{ name: 'News', path: file.path, copies: [copy] }])
  const target = join(dirname(file.path), 'Restored.verbatim')
  expect(valueOf(restoreBackup({ copy: copy.path, target }))).toBe(target)
  const restored = valueOf(openProject(target))
  expect(dump(restored)).toEqual(expected)
  restored.close()
  expect(existsSync(copy.path)).toBe(true)
})

test('a backup replaces no file, and a broken one is refused', async () => {
  const { file, request } = open()
  const copy = valueOf(await makeBackup(request(noon)))
  const bytes = readFileSync(file.path)
  expect(codeOf(restoreBackup({ copy: copy.path, target: file.path }))).toBe('alreadyExists')
  expect(readFileSync(file.path).equals(bytes)).toBe(true)
  writeFileSync(copy.path, readFileSync(copy.path).subarray(0, 5000))
  const target = join(dirname(file.path), 'Restored.verbatim')
  expect(codeOf(restoreBackup({ copy: copy.path, target }))).toBe('damaged')
  expect(existsSync(target)).toBe(false)
})

test('as many are kept as are wanted, other files in the folder are left alone', async () => {
  const { root, request } = open()
  const [first] = [valueOf(await makeBackup(request(noon)))]
  writeFileSync(join(dirname(first.path), 'My notes.txt'), 'Mine.')
  for (let hour = 1; hour < 6; hour += 1) await makeBackup(request(noon + hour * 3_600_000, 3))
  const [project] = backedUpProjects(root)
  expect(project?.copies).toHaveLength(3)
  expect(project?.copies.at(-1)).toEqual(first)
  expect(namesIn(dirname(first.path))).toContain('My notes.txt')
})

test('two backups within one second are two', async () => {
  const { request } = open()
  const made = [valueOf(await makeBackup(request(noon))), valueOf(await makeBackup(request(noon)))]
  expect(made.map(({ at }) => at - noon)).toEqual([0, 1000])
})

test('where no backup can be made, it says so and what is safe', async () => {
  const { root, request } = open()
  writeFileSync(root, 'a file in the place of the folder')
  const failed = await makeBackup(request(noon))
  expect(failed).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/^No backup of “News” was made: /) },
  })
})
