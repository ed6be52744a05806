import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { codeOf, valueOf } from './project/project.fixture.ts'
import { importAll, startWorkbench } from './workbench.fixture.ts'

test('a project that was changed is backed up when it is closed, and restored beside what it is now', async () => {
  const { handlers, events, folder, place, close } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: 'First', text: 'The bridge is safe.' }])
  valueOf(await handlers['project.close']({}))

  const [backedUp] = valueOf(await handlers['backups.list']({}))
  expect(backedUp).toMatchObject({ name: 'News', folder, fileName: 'News.verbatim' })
  const [copy] = backedUp?.copies ?? []
  if (copy === undefined) throw new Error('a backup was made')
  valueOf(await handlers['project.open']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: 'Second', text: 'It is not.' }])
  const taken = { backup: copy.ticket, ticket: place('News.verbatim') }
  expect(codeOf(await handlers['backups.restore'](taken))).toBe('alreadyExists')
  const restoring = { backup: copy.ticket, ticket: place('Restored.verbatim') }
  const restored = valueOf(await handlers['backups.restore'](restoring))
  expect(restored.documents.map(({ document }) => document.title)).toEqual(['First'])
  valueOf(await handlers['project.open']({ ticket: place('News.verbatim') }))
  expect(valueOf(await handlers['project.current']({}))?.documents).toHaveLength(2)
  await close()
  expect(events.filter(({ name }) => name === 'backupFailed')).toEqual([])
})

test('a backup that cannot be made is told once; one that is asked for says so each time', async () => {
  const { handlers, events, folder, place } = startWorkbench()
  writeFileSync(join(folder, 'no folder'), '')
  const elsewhereOnDisk = place('no folder')
  expect(valueOf(await handlers['backups.choosePlace']({ ticket: elsewhereOnDisk }))).toEqual({
    path: join(folder, 'no folder'),
    isUsual: false,
  })
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  for (const text of ['One.', 'Two.']) {
    valueOf(await handlers['project.open']({ ticket: place('News.verbatim') }))
    await importAll(handlers, [{ kind: 'paste', title: text, text }])
    expect((await handlers['backups.make']({})).ok).toBe(false)
    await importAll(handlers, [{ kind: 'paste', title: text, text }])
    valueOf(await handlers['project.close']({}))
    // By a thread that starts for it.
    await vi.waitFor(
      () => expect(events.filter(({ name }) => name === 'backupFailed')).toHaveLength(1),
      { timeout: 30_000 },
    )
  }
  expect(valueOf(await handlers['backups.choosePlace']({ ticket: null })).isUsual).toBe(true)
  valueOf(await handlers['project.open']({ ticket: place('News.verbatim') }))
  expect(valueOf(await handlers['backups.make']({})).at).toMatch(/Z$/)
})
