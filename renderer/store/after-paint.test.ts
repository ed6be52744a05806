import { expect, onTestFinished, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'

import { followAfterPaint } from './after-paint.ts'

function stage(pace = { times: 1, within: 0 }) {
  const frames: (() => void)[] = []
  const source = createStore<{ readonly count: number; readonly urgent: boolean }>()(() => ({
    count: 0,
    urgent: false,
  }))
  const { stores, catchUp } = followAfterPaint(
    source,
    ({ urgent }) => urgent,
    (then) => frames.push(then),
    pace,
  )
  const drawFrame = async () => {
    frames.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { source, stores, store: stores.annotations, catchUp, drawFrame, frames }
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
  const { source, stores, catchUp } = stage()
  source.setState({ count: 1 })
  catchUp()
  for (const store of Object.values(stores)) expect(store.getState().count).toBe(1)
})

test('has each part follow in a task of its own, with the newest', async () => {
  const { source, stores, frames } = stage()
  const { annotations, documents, reference } = stores
  const seen: [string, number][] = []
  for (const [part, store] of Object.entries(stores)) {
    store.subscribe(({ count }) => seen.push([part, count]))
  }
  source.setState({ count: 1 })
  frames.shift()?.()
  frames.shift()?.()
  const followed = new Promise<void>((resolve) => {
    annotations.subscribe(() => {
      // Nothing else runs in this task, and what changes after it is in the next part already.
      queueMicrotask(() => {
        expect(documents.getState().count).toBe(0)
        source.setState({ count: 2 })
      })
    })
    reference.subscribe(() => resolve())
  })
  await followed
  expect(seen).toEqual([
    ['annotations', 1],
    ['documents', 2],
    ['reference', 2],
  ])
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

test('keeps to a pace, and follows at once after a while', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { source, store, frames } = stage({ times: 2, within: 100 })
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
  expect(await follow(2, 0)).toBe(2)
  expect(await follow(3, 50)).toBe(2)
  expect(await follow(4, 50)).toBe(4)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await follow(5, 0)).toBe(5)
  expect(await follow(6, 0)).toBe(6)
})
