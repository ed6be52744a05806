import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { newId } from '../../shared/model/id.ts'
import { draftOf } from './project/model.fixture.ts'
import { codeOf, valueOf } from './project/project.fixture.ts'
import { importAll, startWorkbench } from './workbench.fixture.ts'

test('a project is compacted while it is open; what is done meanwhile is saved after it', async () => {
  const { handlers, place } = startWorkbench()
  const { project } = valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: 'A', text: 'Long. '.repeat(20_000) }])
  valueOf(await handlers['journal.undo']({ id: newId(), annotator: 'Ada' }))
  const compacting = handlers['project.compact']({})
  const renamed = draftOf({ entity: 'project', before: project, after: { ...project, name: 'B' } })
  expect(codeOf(await handlers['journal.commit'](renamed))).toBe('ok')
  const { before, after } = valueOf(await compacting)
  expect(after).toBeLessThanOrEqual(before)
  expect(valueOf(await handlers['project.current']({}))?.project.name).toBe('B')
})

test('a damaged project is repaired to a new file by its ticket, and that is opened', async () => {
  const { handlers, folder, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: 'A', text: 'The bridge is safe.' }])
  valueOf(await handlers['project.close']({}))
  const path = join(folder, 'News.verbatim')
  writeFileSync(path, readFileSync(path).fill(0, 0, 4096))
  expect((await handlers['project.open']({ ticket: place('News.verbatim') })).ok).toBe(false)
  const request = { damaged: place('News.verbatim'), ticket: place('New.verbatim') }
  const repaired = valueOf(await handlers['project.repair'](request))
  expect(repaired).toMatchObject({ fileName: 'New.verbatim', documents: 1 })
  expect(repaired.findings.length).toBeGreaterThan(0)
  const opened = valueOf(await handlers['project.open']({ ticket: repaired.ticket }))
  expect(opened.documents.map(({ document }) => document.title)).toEqual(['A'])
})
