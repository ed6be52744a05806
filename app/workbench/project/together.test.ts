import { setImmediate } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { failure, success } from '../../../shared/result.ts'
import { documentOf, draftOf } from './model.fixture.ts'
import type { ProjectFile } from './project-file.ts'
import { codeOf, dump, newProject, valueOf } from './project.fixture.ts'

const added = (text: string) =>
  [draftOf({ entity: 'document', before: null, after: documentOf(text) }), [text]] as const

const countOf = (file: ProjectFile) => file.documents().length

test('commits that belong together stay where the last of them has succeeded', async () => {
  const file = newProject()
  const done = await file.together(async (commit) => {
    valueOf(commit(...added('One.')))
    await setImmediate()
    return commit(...added('Two.'))
  })
  expect(codeOf(done)).toBe('ok')
  expect(countOf(file)).toBe(2)
})

test('one of them that is refused leaves the others', async () => {
  const file = newProject()
  await file.together(async (commit) => {
    valueOf(commit(...added('One.')))
    expect(codeOf(commit(...added('half \uD83D')))).toBe('unlawful')
    return success(null)
  })
  expect(countOf(file)).toBe(1)
})

test('where their work fails or throws, the project is as it was, its history too', async () => {
  const file = newProject()
  const before = [dump(file), file.undoState()]
  const failed = await file.together(async (commit) => {
    valueOf(commit(...added('One.')))
    return failure('diskFull', 'Full.', 'Free some.')
  })
  expect(codeOf(failed)).toBe('diskFull')
  const thrown = file.together(async (commit) => {
    valueOf(commit(...added('One.')))
    throw new Error('enough')
  })
  await expect(thrown).rejects.toThrow('enough')
  expect([dump(file), file.undoState()]).toEqual(before)
  expect(codeOf(file.commit(...added('After.')))).toBe('ok')
})

test('nothing else is saved meanwhile, as it could be taken back with them', async () => {
  const file = newProject()
  await file.together(async (commit) => {
    expect(codeOf(file.commit(...added('Other.')))).toBe('inUse')
    expect(codeOf(await file.together(async () => success(null)))).toBe('inUse')
    return commit(...added('One.'))
  })
  expect(countOf(file)).toBe(1)
})
