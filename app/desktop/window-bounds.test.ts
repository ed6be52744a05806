import { expect, test } from 'vitest'

import { boundsOnDisplay, cascaded } from './window-bounds.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const right = { x: 1440, y: 0, width: 1920, height: 1080 }

test('a window opens where it was, also on a second display', () => {
  const remembered = { x: 1500, y: 40, width: 1200, height: 800 }
  expect(boundsOnDisplay(remembered, [laptop, right])).toEqual(remembered)
})

test.each([
  ['whose display is gone', { x: 1500, y: 40, width: 1200, height: 800 }],
  ['whose top is above the display', { x: 100, y: -300, width: 1200, height: 800 }],
  ['of which a sliver is left', { x: -1150, y: 40, width: 1200, height: 800 }],
  ['below the display', { x: 100, y: 890, width: 1200, height: 800 }],
])('a window %s is centred with its size', (_, remembered) => {
  expect(boundsOnDisplay(remembered, [laptop])).toEqual({ x: 120, y: 63, width: 1200, height: 800 })
})

test('a window larger than the display is made to fit', () => {
  const remembered = { x: 5000, y: 0, width: 3000, height: 2000 }
  expect(boundsOnDisplay(remembered, [laptop])).toEqual(laptop)
})

test('the first window is centred', () => {
  expect(boundsOnDisplay(null, [right])).toEqual({ x: 1720, y: 90, width: 1360, height: 900 })
})

test('further windows do not hide those that are there', () => {
  const windows = [{ x: 100, y: 100, width: 1200, height: 700 }]
  for (let count = 1; count < 6; count += 1) {
    const last = windows.at(-1) ?? laptop
    windows.push(cascaded(last, windows, [laptop]))
  }
  const places = windows.map(({ x, y }) => `${x},${y}`)
  expect(places.slice(0, 3)).toEqual(['100,100', '132,132', '164,164'])
  expect(new Set(places).size).toBe(windows.length)
  for (const window of windows) expect(boundsOnDisplay(window, [laptop])).toEqual(window)
})

test('a window that hides none lies where it was', () => {
  const bounds = { x: 1500, y: 40, width: 1200, height: 800 }
  expect(cascaded(bounds, [laptop], [laptop, right])).toEqual(bounds)
})
