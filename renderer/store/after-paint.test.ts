import { expect, onTestFinished, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'

import { followAfterPaint } from './after-paint.ts'

function stage(rest = 0) {
  const frames: (() => void)[] = []
  const source = createStore<{ readonly count: number; readonly urgent: boolean }>()(() => ({
    count: 0,
    urgent: false,
  }))
  const { store, catchUp } = followAfterPaint(
    source,
    ({ urgent }) => urgent,
    (then) => frames.push(then),
    rest,
  )
  const drawFrame = async () => {
    frames.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { source, store, catchUp, drawFrame, frames }
}

test('follows in the second frame, with the newest of several changes, and goes on following', async () => {
  const { source, store, drawFrame } = stage()
  source.setState({ count: 1 })
  await drawFrame()
  source.setState({ count: 2 })
  expect(store.getState().count).toBe(0)
  await drawFrame()
  expect(store.getState().count).toBe(2)
  source.setState({ count: 3 })
  await drawFrame()
  await drawFrame()
  expect(store.getState().count).toBe(3)
})

test('catches up at once when asked', () => {
  const { source, store, catchUp } = stage()
  source.setState({ count: 1 })
  catchUp()
  expect(store.getState().count).toBe(1)
})

test('lets what is urgent go first, for a few frames', async () => {
  const { source, store, drawFrame } = stage()
  source.setState({ count: 1, urgent: true })
  for (let frame = 0; frame < 3; frame += 1) await drawFrame()
  expect(store.getState().count).toBe(0)
  source.setState({ urgent: false })
  await drawFrame()
  expect(store.getState()).toEqual({ count: 1, urgent: false })

  source.setState({ count: 2, urgent: true })
  for (let frame = 0; frame < 5; frame += 1) await drawFrame()
  expect(store.getState().count).toBe(2)
})

test('rests between two times, and follows at once after it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { source, store, frames } = stage(100)
  const follow = async (count: number, after: number) => {
    source.setState({ count })
    await vi.advanceTimersByTimeAsync(after)
    for (let frame = 0; frame < 2; frame += 1) {
      frames.shift()?.()
      await vi.advanceTimersByTimeAsync(0)
    }
    return store.getState().count
  }
  expect(await follow(1, 0)).toBe(1)
  expect(await follow(2, 50)).toBe(1)
  expect(await follow(3, 50)).toBe(3)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await follow(4, 0)).toBe(4)
})
