import { Writable } from 'node:stream'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { newId } from '../../shared/model/id.ts'
import { bulkAct, bulkSteps } from './bulk-edits.fixture.ts'
import { exportProject } from './exporters/export-project.ts'
import { goBack } from './go-back.ts'
import { pressProject } from './press-project.fixture.ts'
import { checkProject } from './project/check.ts'
import type { ProjectFile } from './project/project-file.ts'
import { valueOf } from './project/project.fixture.ts'

async function exported(file: ProjectFile): Promise<string> {
  let written = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk)
      done()
    },
  })
  valueOf(await exportProject({ reader: file, format: 'json', target: { kind: 'stream', stream } }))
  return written
}

test('whatever is done to many things at once, undo and redo give the same bytes of export', async () => {
  await fc.assert(
    fc.asyncProperty(bulkSteps, async (plan) => {
      const { file } = pressProject()
      const acting = {
        file,
        goBack: (request: Parameters<typeof goBack>[1]) => goBack(file, request),
      }
      for (const step of plan) {
        const before = await exported(file)
        if (valueOf(bulkAct(acting, step)) === null) continue
        const after = await exported(file)
        valueOf(file.undo(newId(), 'Ada'))
        expect(await exported(file)).toBe(before)
        valueOf(file.redo(newId(), 'Ada'))
        expect(await exported(file)).toBe(after)
      }
      file.close()
      expect(valueOf(checkProject(file.path)).findings).toEqual([])
    }),
    { numRuns: 40 },
  )
})
