import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, test, vi } from 'vitest'

import { draftOf, speakerOf } from './project/model.fixture.ts'
import { valueOf } from './project/project.fixture.ts'
import { integerIn } from './project/tables/columns.ts'
import { startWorkbench } from './workbench.fixture.ts'

test('after some hundreds of changes they are in the file itself, though it is open', async () => {
  const { handlers, folder, logged, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  for (let number = 0; number < 500; number += 1) {
    const after = speakerOf(`Speaker ${number}`)
    valueOf(await handlers['journal.commit'](draftOf({ entity: 'speaker', before: null, after })))
  }

  /** Journal entries in the file alone, without the log beside it. */
  function entriesInFile(): number {
    const copy = join(folder, 'Copy.verbatim')
    copyFileSync(join(folder, 'News.verbatim'), copy)
    using db = new DatabaseSync(copy)
    return integerIn(db.prepare('SELECT count(*) AS number FROM journal').get() ?? {}, 'number')
  }

  expect(entriesInFile()).toBe(0)
  await vi.waitFor(() => expect(entriesInFile()).toBeGreaterThan(400), { timeout: 30_000 })
  expect(logged).toEqual([])
})
