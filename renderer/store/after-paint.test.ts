import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'

import { followAfterPaint } from './after-paint.ts'

function stage() {
  const frames: (() => void)[] = []
  const source = createStore<{ readonly count: number }>()(() => ({ count: 0 }))
  const { store, catchUp } = followAfterPaint(source, (then) => frames.push(then))
  return { source, store, catchUp, drawFrame: () => frames.shift()?.() }
}

test('follows in the second frame, with the newest of several changes, and goes on following', () => {
  const { source, store, drawFrame } = stage()
  source.setState({ count: 1 })
  drawFrame()
  source.setState({ count: 2 })
  expect(store.getState().count).toBe(0)
  drawFrame()
  expect(store.getState().count).toBe(2)
  source.setState({ count: 3 })
  drawFrame()
  drawFrame()
  expect(store.getState().count).toBe(3)
})

test('catches up at once when asked', () => {
  const { source, store, catchUp } = stage()
  source.setState({ count: 1 })
  catchUp()
  expect(store.getState().count).toBe(1)
})
