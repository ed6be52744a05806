import { expect, test } from 'vitest'

import { draftOf, speakerOf } from './model.fixture.ts'
import type { ProjectFile } from './project-file.ts'
import { takeLogOfOpenIn } from './project-log.ts'
import { newProject, valueOf } from './project.fixture.ts'

function change(file: ProjectFile, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const after = speakerOf(`Speaker ${crypto.randomUUID()}`)
    valueOf(file.commit(draftOf({ entity: 'speaker', before: null, after })))
  }
}

test('no change takes the log in by itself; a thread does, and it begins anew then', () => {
  const file = newProject()
  change(file, 500)
  expect(file.logPages()).toBeGreaterThan(1000)
  valueOf(takeLogOfOpenIn({ path: file.path }))
  change(file, 1)
  expect(file.logPages()).toBeLessThan(20)
})
