import { expect, test } from 'vitest'

import type { Event } from '../../../shared/contract.ts'
import { newId } from '../../../shared/model/id.ts'
import { annotationOf, draftOf } from '../project/model.fixture.ts'
import { codeOf, valueOf } from '../project/project.fixture.ts'
import { importAll, startWorkbench } from '../workbench.fixture.ts'

const actor = () => ({ id: newId(), annotator: 'Ada' })

/** What was told, in its order: of a piece whether it is the first and how many documents are there and gone, of a commit whether it says what changed. */
function toldIn(events: readonly Event[]): readonly string[] {
  return events.flatMap(({ name, value }) => {
    if (name === 'committed') return [value.entry.changes === null ? 'commit' : 'whole commit']
    if (name !== 'changedInBulk') return []
    const { state, documents, removed } = value
    return [`${state === null ? 'next' : 'first'}: ${documents.length}, gone ${removed.length}`]
  })
}

async function projectOf(texts: number) {
  const workbench = startWorkbench()
  const { handlers, events, place } = workbench
  const { project } = valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  const sources = Array.from({ length: texts }, (_, rank) => {
    const title = `Text ${rank}`
    return { kind: 'paste', title, text: `${title} is here.` } as const
  })
  await importAll(handlers, sources)
  const current = async () => {
    const state = valueOf(await handlers['project.current']({}))
    if (state === null) throw new Error('a project is open')
    return state
  }
  const ids = (await current()).documents.map(({ document }) => document.id)
  events.length = 0
  return { ...workbench, current, ids, project }
}

test('a large act is committed as one, told piece by piece, and what is done meanwhile comes after it', async () => {
  const { handlers, events, current, ids, project } = await projectOf(210)
  const edit = { kind: 'status', status: 'done' } as const
  const editing = handlers['documents.edit']({ ...actor(), documents: ids, edit })
  const renamed = { ...project, name: 'Meanwhile' }
  const rename = draftOf({ entity: 'project', before: project, after: renamed })
  const renaming = handlers['journal.commit'](rename)
  const edited = valueOf(await editing)
  expect(edited).toMatchObject({
    entry: { kind: 'do', changes: null, summary: 'Mark 210 documents as done' },
    undoState: { redo: null },
  })
  expect(valueOf(await renaming)?.entry).toMatchObject({ seq: (edited?.entry.seq ?? 0) + 1 })
  expect(toldIn(events)).toEqual([
    'first: 100, gone 0',
    'next: 100, gone 0',
    'next: 10, gone 0',
    'commit',
    'whole commit',
  ])
  const statuses = new Set((await current()).documents.map(({ document }) => document.status))
  expect([...statuses]).toEqual(['done'])

  valueOf(await handlers['journal.undo'](actor()))
  const undone = valueOf(await handlers['journal.undo'](actor()))
  expect(undone?.entry).toMatchObject({ kind: 'undo', of: edited?.entry.seq, changes: null })
  expect((await current()).documents[0]?.document.status).toBe('todo')
  const redone = valueOf(await handlers['journal.redo'](actor()))
  expect(redone?.entry).toMatchObject({ kind: 'redo', changes: null })
  expect((await current()).documents[209]?.document.status).toBe('done')
  expect(valueOf(await handlers['check.run']({ job: newId() })).findings).toEqual([])
})

test('documents that a large act removed are named, and undo brings them back with all that was on them', async () => {
  const { handlers, events, current, ids } = await projectOf(2)
  const [id = ''] = ids
  const { document, text } = valueOf(await handlers['documents.open']({ id }))
  const annotations = Array.from({ length: 250 }, () =>
    annotationOf(document, text, [{ start: 0, end: 4 }]),
  )
  const draft = draftOf(
    ...annotations.map((after) => ({ entity: 'annotation', before: null, after }) as const),
  )
  expect(valueOf(await handlers['journal.commit'](draft))?.entry.changes).toBeNull()
  valueOf(await handlers['documents.remove']({ ...actor(), documents: [id] }))
  expect(toldIn(events)).toEqual(['first: 1, gone 0', 'commit', 'first: 0, gone 1', 'commit'])
  expect((await current()).documents.map((one) => one.document.id)).toEqual(ids.slice(1))
  valueOf(await handlers['journal.undo'](actor()))
  expect(valueOf(await handlers['documents.open']({ id })).annotations).toHaveLength(250)
  valueOf(await handlers['labels.replace']({ ...actor(), label: 'claim', by: 'quote' }))
  expect(valueOf(await handlers['project.usage']({})).labels).toEqual({ quote: 250 })
  const [oldest] = valueOf(await handlers['journal.list']({ before: null, limit: 200 })).slice(-1)
  valueOf(await handlers['journal.goBack']({ ...actor(), seq: oldest?.seq ?? 0 }))
  expect(valueOf(await handlers['project.usage']({})).labels).toEqual({})
  expect(valueOf(await handlers['check.run']({ job: newId() })).findings).toEqual([])
})

test('what a large act cannot do it says, and nothing is told of it', async () => {
  const { handlers, events, ids } = await projectOf(1)
  const missing = Array.from({ length: 300 }, newId)
  const removing = handlers['documents.remove']({ ...actor(), documents: [...ids, ...missing] })
  expect(codeOf(await removing)).toBe('notFound')
  expect(toldIn(events)).toEqual([])
})
