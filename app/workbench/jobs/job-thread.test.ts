import { getPriority } from 'node:os'

import { expect, onTestFinished, test } from 'vitest'

import { setLanguage } from '../../../shared/language/translate.ts'
import { codeOf, valueOf } from '../project/project.fixture.ts'
import type { AnyWork } from './any-job-thread.fixture.ts'
import { openJobThread } from './job-thread.ts'
import { createTurns } from './turns.ts'

function openThread() {
  const thread = openJobThread<AnyWork>(new URL('any-job-thread.fixture.ts', import.meta.url))
  onTestFinished(() => thread[Symbol.asyncDispose]())
  return thread
}

test('a thread does one step after the other, and tells how far it is', async () => {
  const thread = openThread()
  const told: number[] = []
  const onProgress = ({ done }: { readonly done: number }) => told.push(done)
  expect(valueOf(await thread.run('double', 21, { onProgress }))).toBe(42)
  expect(valueOf(await thread.run('double', 2))).toBe(4)
  expect(told).toEqual([21])
})

test('a thread speaks the language that is spoken when a step begins', async () => {
  onTestFinished(() => setLanguage('en'))
  const thread = openThread()
  expect(valueOf(await thread.run('speak', undefined))).toBe('Close')
  await setLanguage('ru')
  expect(valueOf(await thread.run('speak', undefined))).toBe('Закрыть')
})

test('a thread gives way to the program where it can', async () => {
  const before = getPriority()
  const below = process.platform === 'linux' ? Math.max(before, 10) : before
  expect(valueOf(await openThread().run('priority', undefined))).toBe(below)
  expect(getPriority()).toBe(before)
})

test('it takes its turn to write among others', async () => {
  const thread = openThread()
  const turns = createTurns()
  const before = Promise.withResolvers<null>()
  void turns.take(() => before.promise)
  let isThrough = false
  const writing = thread.run('write', 'now', { inTurn: turns.take }).finally(() => {
    isThrough = true
  })
  valueOf(await openThread().run('double', 1))
  expect(isThrough).toBe(false)
  before.resolve(null)
  expect(valueOf(await writing)).toBe('NOW')
  expect(await turns.take(() => 'next')).toBe('next')
})

test('it knows that somebody waits for its turn to end', async () => {
  const turns = createTurns()
  const isWriting = Promise.withResolvers<null>()
  const writing = openThread().run('writeUntilAwaited', null, {
    inTurn: (work) =>
      turns.take((waiting) => {
        isWriting.resolve(null)
        return work(waiting)
      }),
  })
  await isWriting.promise
  expect(await turns.take(() => 'next')).toBe('next')
  expect(valueOf(await writing)).toBeNull()
})

test('a step that is cancelled rejects with the reason, and the thread goes on', async () => {
  const thread = openThread()
  const canceller = new AbortController()
  const waiting = thread.run('wait', null, { signal: canceller.signal })
  canceller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  expect(valueOf(await thread.run('double', 1))).toBe(2)
})

test('several steps are under way at once, each with its own answer and end', async () => {
  const thread = openThread()
  const canceller = new AbortController()
  const told: number[] = []
  const waiting = thread.run('wait', null, { signal: canceller.signal })
  const answers = [1, 2, 3].map((number) =>
    thread.run('double', number, { onProgress: ({ done }) => told.push(done) }),
  )
  expect((await Promise.all(answers)).map(valueOf)).toEqual([2, 4, 6])
  expect(told).toEqual([1, 2, 3])
  canceller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  expect(thread.endedBy()).toBeNull()
})

test('what is expected to fail is a failure, and what is not is thrown', async () => {
  const thread = openThread()
  expect(codeOf(await thread.run('fail', 'disk'))).toBe('diskFull')
  await expect(thread.run('throw', 'unheard of')).rejects.toThrow('unheard of')
  expect(valueOf(await thread.run('double', 1))).toBe(2)
})

test('a thread that dies is told of at once, and at every later step', async () => {
  const thread = openThread()
  await expect(thread.run('die', undefined)).rejects.toThrow('ended during “die”')
  await expect(thread.run('double', 1)).rejects.toThrow('ended before “double”')
  expect(thread.endedBy()).not.toBeNull()
})

test('one that is disposed of in a step ends that', async () => {
  const thread = openThread()
  const waiting = thread.run('wait', null)
  const [outcome] = await Promise.allSettled([waiting, thread[Symbol.asyncDispose]()])
  expect(outcome).toMatchObject({ reason: { message: 'the thread ended during “wait”' } })
})
