import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import { expect, test } from 'vitest'

import { checkProject } from './check.ts'
import { compactOpen, compactProject } from './compact.ts'
import { documentOf, draftOf } from './model.fixture.ts'
import { codeOf, dump, namesIn, newProject, valueOf } from './project.fixture.ts'

function projectWithRoom() {
  const file = newProject()
  for (let round = 0; round < 20; round += 1) {
    const text = `${round} ${'Long. '.repeat(4000)}`
    const after = documentOf(text)
    valueOf(file.commit(draftOf({ entity: 'document', before: null, after }), [text]))
  }
  return file
}

test('a project that is open is compacted as it is, and can be changed afterwards', () => {
  const file = projectWithRoom()
  const before = dump(file)
  const { before: was, after: is } = valueOf(compactOpen({ path: file.path }))
  expect(is).toBeLessThanOrEqual(was)
  expect(statSync(file.path).size).toBe(is)
  expect(dump(file)).toEqual(before)
  const project = file.project()
  const renamed = draftOf({ entity: 'project', before: project, after: { ...project, name: 'B' } })
  expect(codeOf(file.commit(renamed))).toBe('ok')
  file.close()
  expect(valueOf(checkProject(file.path)).findings).toEqual([])
})

test('a closed project is compacted and is one file again', () => {
  const file = projectWithRoom()
  expect(codeOf(compactProject(file.path))).toBe('inUse')
  file.close()
  const { after } = valueOf(compactProject(file.path))
  expect(readFileSync(file.path)).toHaveLength(after)
  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim'])
  expect(valueOf(checkProject(file.path)).findings).toEqual([])
})
