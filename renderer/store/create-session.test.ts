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
