import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createCloseGuard } from './close-guard.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function guard(answer: boolean, absent = false) {
  const announced: string[] = []
  const asked: (number | null)[] = []
  const guarded = createCloseGuard({
    announce: () => announced.push('closing'),
    isAbsent: () => absent,
    askToClose: (unsaved) => {
      asked.push(unsaved)
      return Promise.resolve(answer)
    },
  })
  return { ...guarded, announced, asked }
}

test('with nothing unsaved the window closes without a question', async () => {
  const { ask, handlers, announced, asked } = guard(false)
  const closing = ask()
  await handlers['window.readyToClose']({ unsaved: 0 })
  expect(await closing).toBe('saved')
  expect([announced, asked]).toEqual([['closing'], []])
})

test.each([true, false])('with unsaved changes the person decides: %s', async (answer) => {
  const { ask, handlers, asked } = guard(answer)
  const closing = ask()
  await handlers['window.readyToClose']({ unsaved: 3 })
  expect(await closing).toBe(answer ? 'anyway' : 'stay')
  expect(asked).toEqual([3])
})

test('a silent page is asked about after five seconds', async () => {
  const { ask, asked } = guard(true)
  const closing = ask()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(await closing).toBe('anyway')
  expect(asked).toEqual([null])
})

test('a second request to close while the first waits asks nothing more', async () => {
  const { ask, handlers, announced } = guard(true)
  const both = Promise.all([ask(), ask()])
  await handlers['window.readyToClose']({ unsaved: 1 })
  expect(await both).toEqual(['anyway', 'anyway'])
  expect(announced).toHaveLength(1)
})

test('after Wait, the window can be closed again', async () => {
  const { ask, handlers, announced } = guard(false)
  const first = ask()
  await handlers['window.readyToClose']({ unsaved: 1 })
  expect(await first).toBe('stay')
  const second = ask()
  await handlers['window.readyToClose']({ unsaved: 0 })
  expect(await second).toBe('saved')
  expect(announced).toHaveLength(2)
})

test('a page that is not there is not waited for', async () => {
  const { ask, announced, asked } = guard(false, true)
  expect(await ask()).toBe('saved')
  expect([announced, asked]).toEqual([[], []])
})
