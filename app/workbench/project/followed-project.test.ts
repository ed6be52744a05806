import { dirname } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { annotationOf, articleText, draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { codeOf, dump, namesIn, projectWithArticle, valueOf } from './project.fixture.ts'

function follow(path: string): ProjectFile {
  const file = valueOf(openProject(path, { whenInUse: 'read' }))
  onTestFinished(() => file.close())
  return file
}

/** A project that somebody has open for changes, and the same for somebody who looks on. */
function followed() {
  const { file, document } = projectWithArticle()
  const follower = follow(file.path)
  const tag = () => {
    const after = annotationOf(document, articleText, [{ start: 4, end: 9 }])
    return file.commit(draftOf({ entity: 'annotation', before: null, after }))
  }
  return { file, follower, tag }
}

test('a project that is open elsewhere can be read, says who has it, and takes no changes', () => {
  const { file, follower } = followed()
  expect(codeOf(openProject(file.path))).toBe('inUse')
  expect(dump(follower)).toEqual(dump(file))
  expect(follower.readOnly).toContain(`(process ${process.pid} on `)
  expect(follower.following?.state()).toMatchObject({
    free: false,
    by: { program: 'Verbatim', pid: process.pid },
  })
  const project = follower.project()
  const change = { entity: 'project', before: project, after: { ...project, name: 'B' } } as const
  expect(codeOf(follower.commit(draftOf(change)))).toBe('readOnly')
})

test('what is saved elsewhere is seen at the next look, once', () => {
  const { file, follower, tag } = followed()
  expect(follower.following?.look()).toBe(false)
  valueOf(tag())
  expect(follower.following?.look()).toBe(true)
  expect(dump(follower)).toEqual(dump(file))
  expect(follower.following?.look()).toBe(false)
})

test('who only looks on is in nobody’s way, and can go on once the project is closed elsewhere', () => {
  const { file, follower, tag } = followed()
  for (let round = 0; round < 20; round += 1) valueOf(tag())
  const expected = dump(file)
  expect(follower.following?.state().free).toBe(false)
  file.close()
  expect(follower.following?.look()).toBe(true)
  expect(follower.following?.state()).toMatchObject({ free: true, by: null })
  expect(dump(follower)).toEqual(expected)

  const again = valueOf(openProject(file.path))
  onTestFinished(() => again.close())
  expect(follower.following?.look()).toBe(true)
  expect(follower.following?.state().free).toBe(false)
  follower.close()
  expect(dump(again)).toEqual(expected)
  again.close()
  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim'])
})
