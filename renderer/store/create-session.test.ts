import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Bridge, Event } from '../../shared/contract.ts'
import { journalDraftSchema, type JournalDraft } from '../../shared/model/journal.ts'
import { failure, type Result } from '../../shared/result.ts'
import { createSession } from './create-session.ts'
import { emptyProject } from './project-state.fixture.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A session on an empty project whose calls get no answer before they are given one, and one act of it. */
function begin() {
  const { call, drafts, answer } = silentCalls()
  let tell: (event: Event) => void = () => {}
  const session = createSession({
    call,
    listen: (listener) => {
      tell = listener
      return () => {}
    },
  })
  session.store.setState({ project: emptyProject })
  const { project } = emptyProject
  session.record('Rename the project', [
    { entity: 'project', before: project, after: { ...project, name: 'Views' } },
  ])
  const [draft] = drafts
  if (draft === undefined) throw new Error('nothing was sent')
  const status = () => session.store.getState().saveStatus
  return { session, draft, status, answer, tell: (event: Event) => tell(event) }
}

function silentCalls() {
  const drafts: JournalDraft[] = []
  let answer: (result: Result<never>) => void = () => {}
  const call: Bridge['call'] = (_, args) => {
    drafts.push(journalDraftSchema.parse(args))
    return new Promise((resolve) => {
      answer = resolve
    })
  }
  return { call, drafts, answer: (result: Result<never>) => answer(result) }
}

function committed({ id, annotator, summary, changes }: JournalDraft): Event {
  const entry = { id, annotator, summary, changes, seq: 7, at: '', kind: 'do', of: null } as const
  return { name: 'committed', value: { entry, undoState: { undo: summary, redo: null } } }
}

test('an act is saved once it is heard of as committed, and its answer changes nothing any more', async () => {
  const { session, draft, status, answer, tell } = begin()
  expect(status()).toBe('saving')
  tell(committed(draft))
  await vi.waitFor(() => expect(status()).toBe('saved'))
  expect(session.outbox.waiting()).toEqual([])
  expect(session.store.getState()).toMatchObject({
    latestSeq: 7,
    project: { project: { name: 'Views' }, undoState: { undo: 'Rename the project' } },
  })
  answer(failure('disconnected', 'Gone.', 'Wait.'))
  await Promise.resolve()
  expect(status()).toBe('saved')
})

test('what somebody else commits says nothing of an act under way', async () => {
  const { draft, status, tell } = begin()
  tell(committed({ ...draft, id: '01900000-0000-7000-8000-000000000009' }))
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(status()).toBe('saving')
})

/** The answer to an act on much, and the news of it. */
function inBulk(id: string): Extract<Event, { readonly name: 'committed' }> {
  const entry = {
    id,
    annotator: '',
    summary: 'Much',
    seq: 8,
    at: '',
    kind: 'do',
    of: null,
  } as const
  const undoState = { undo: 'Much', redo: null }
  return { name: 'committed', value: { entry: { ...entry, changes: null }, undoState } }
}

test('an act on much is over once the page was told what it left, and counts as being saved until then', async () => {
  const { session, draft, tell } = begin()
  tell(committed(draft))
  await session.outbox.flush()
  const acts: string[] = []
  let isOver = false
  const acting = session
    .act(async ({ id }) => {
      acts.push(id)
      return inBulk(id).value
    })
    .finally(() => {
      isOver = true
    })
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect([isOver, session.store.getState().acting]).toEqual([false, 1])
  const [id = ''] = acts
  const { project, documents: _, ...rest } = emptyProject
  const state = { ...rest, project: { ...project, name: 'After it' } }
  tell({
    name: 'changedInBulk',
    value: { projectId: project.id, entryId: id, state, documents: [], removed: [] },
  })
  tell(inBulk(id))
  expect(await acting).toBe(true)
  expect(session.store.getState()).toMatchObject({
    acting: 0,
    latestSeq: 8,
    project: { project: { name: 'After it' }, undoState: { undo: 'Much' } },
  })
})

test('where the news of an act on much was missed, reading everything again ends it', async () => {
  const { session, draft, tell } = begin()
  tell(committed(draft))
  await session.outbox.flush()
  const acting = session.act(async ({ id }) => inBulk(id).value)
  await new Promise((resolve) => setTimeout(resolve, 10))
  session.noteResynchronized()
  expect(await acting).toBe(true)
})

test('what a page made itself is not shown twice where it is told of in bulk', () => {
  const { session, draft } = begin()
  expect(session.unsaved()).toEqual(draft.changes)
  expect(session.unsaved(draft.id)).toEqual([])
})

test('a failure that is shown still is not told again; one that was put away is, and so is what went well', () => {
  const { session } = begin()
  const told = () => session.store.getState().notices.map(({ message }) => message)
  const full = { code: 'diskFull', message: 'The disk is full.', remedy: 'Make room.' } as const
  for (const _ of [1, 2, 3]) session.tellFailure(full)
  session.tellFailure({ ...full, remedy: 'Wait.' })
  expect(told()).toEqual([full.message, full.message])
  session.store.setState({ notices: [] })
  session.tellFailure(full)
  session.tell('done', 'Tagged.')
  session.tell('done', 'Tagged.')
  expect(told()).toEqual([full.message, 'Tagged.', 'Tagged.'])
})
