import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { newId } from '../../shared/model/id.ts'
import { draftOf } from './project/model.fixture.ts'
import { codeOf, namesIn, valueOf } from './project/project.fixture.ts'
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
  const { handlers, folder, place, events } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: 'A', text: 'The bridge is safe.' }])
  valueOf(await handlers['project.close']({}))
  const path = join(folder, 'News.verbatim')
  writeFileSync(path, readFileSync(path).fill(0, 0, 4096))
  expect((await handlers['project.open']({ ticket: place('News.verbatim') })).ok).toBe(false)
  events.length = 0
  const request = {
    job: newId(),
    damaged: place('News.verbatim'),
    ticket: place('New.verbatim'),
  }
  const repaired = valueOf(await handlers['project.repair'](request))
  expect(repaired).toMatchObject({ fileName: 'New.verbatim', documents: 1 })
  const told = events.flatMap((event) => (event.name === 'jobProgress' ? [event.value] : []))
  expect(told[0]).toMatchObject({ job: request.job, phase: 'reading', done: 2 })
  expect(repaired.findings.length).toBeGreaterThan(0)
  const opened = valueOf(await handlers['project.open']({ ticket: repaired.ticket }))
  expect(opened.documents.map(({ document }) => document.title)).toEqual(['A'])
})

test('a repair that is cancelled leaves no new file, and the damaged one as it was', async () => {
  const { handlers, folder, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  const sources = Array.from({ length: 400 }, (_, rank) => {
    return { kind: 'paste', title: `${rank}`, text: `${rank} is long. `.repeat(50) } as const
  })
  await importAll(handlers, sources)
  valueOf(await handlers['project.close']({}))
  const path = join(folder, 'News.verbatim')
  const damaged = readFileSync(path).fill(0, 0, 4096)
  writeFileSync(path, damaged)
  const job = newId()
  const ticket = place('New.verbatim')
  const repairing = handlers['project.repair']({ job, damaged: place('News.verbatim'), ticket })
  valueOf(await handlers['repair.cancel']({ job }))
  expect(codeOf(await repairing)).toBe('cancelled')
  // A backup of it may have been made meanwhile, when it was closed.
  expect(namesIn(folder).filter((name) => name !== 'user data')).toEqual(['News.verbatim'])
  expect(readFileSync(path).equals(damaged)).toBe(true)
})
