import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'

import { followAfterPaint } from './after-paint.ts'

function stage() {
  const frames: (() => void)[] = []
  const source = createStore<{ readonly count: number }>()(() => ({ count: 0 }))
  const { store, catchUp } = followAfterPaint(source, (then) => frames.push(then))
  const drawFrame = async () => {
    frames.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { source, store, catchUp, drawFrame }
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
