import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createCloseGuard } from './close-guard.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function guard(answer: boolean) {
  const announced: string[] = []
  const asked: (number | null)[] = []
  const guarded = createCloseGuard({
    announce: () => announced.push('closing'),
    askToClose: (unsaved) => {
      asked.push(unsaved)
      return Promise.resolve(answer)
    },
  })
  return { ...guarded, announced, asked }
}

test('with nothing unsaved the window closes without a question', async () => {
  const { mayClose, handlers, announced, asked } = guard(false)
  const closing = mayClose()
  await handlers['window.readyToClose']({ unsaved: 0 })
  expect(await closing).toBe(true)
  expect([announced, asked]).toEqual([['closing'], []])
})

test.each([true, false])('with unsaved changes the person decides: %s', async (answer) => {
  const { mayClose, handlers, asked } = guard(answer)
  const closing = mayClose()
  await handlers['window.readyToClose']({ unsaved: 3 })
  expect(await closing).toBe(answer)
  expect(asked).toEqual([3])
})

test('a silent page is asked about after five seconds', async () => {
  const { mayClose, asked } = guard(true)
  const closing = mayClose()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(await closing).toBe(true)
  expect(asked).toEqual([null])
})

test('a second request to close while the first waits asks nothing more', async () => {
  const { mayClose, handlers, announced } = guard(true)
  const both = Promise.all([mayClose(), mayClose()])
  await handlers['window.readyToClose']({ unsaved: 1 })
  expect(await both).toEqual([true, true])
  expect(announced).toHaveLength(1)
})

test('after Wait, the window can be closed again', async () => {
  const { mayClose, handlers, announced } = guard(false)
  const first = mayClose()
  await handlers['window.readyToClose']({ unsaved: 1 })
  expect(await first).toBe(false)
  const second = mayClose()
  await handlers['window.readyToClose']({ unsaved: 0 })
  expect(await second).toBe(true)
  expect(announced).toHaveLength(2)
})
