export const tagKey = '1'

/** When the next press of a key happened, on the clock of `performance.now()`. */
export function nextPress(key = tagKey): Promise<number> {
  return nextEvent('keydown', (event) => event instanceof KeyboardEvent && event.key === key)
}

/** When the next event of a type that is `wanted` happened, on the clock of `performance.now()`. */
export function nextEvent(
  type: 'keydown' | 'change',
  wanted: (event: Event) => boolean,
): Promise<number> {
  return new Promise((resolve) => {
    const listener = (event: Event): void => {
      if (!wanted(event)) return
      window.removeEventListener(type, listener, true)
      resolve(event.timeStamp)
    }
    window.addEventListener(type, listener, true)
  })
}

/** The time in ms from `start` until the first frame that shows what is waited for has been painted. */
export async function timeToPaint(start: number, isPainted: () => boolean): Promise<number> {
  await framesToPaint(isPainted)
  await afterThisFrame()
  return performance.now() - start
}

/** How many frames are made until one shows what is waited for: 1 where the very next one does. */
export async function framesToPaint(isPainted: () => boolean): Promise<number> {
  let frames = 0
  do {
    await nextPaint()
    frames += 1
  } while (!isPainted())
  return frames
}

/** Lets earlier work end and clears its garbage, so that it is not counted as part of what comes next. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 100)
  })
  globalThis.gc?.()
  await nextFrame()
}

/**
 * Right before the browser paints the next frame, after all animation callbacks of that frame: there it calls the
 * observers of sizes, a new one always.
 */
async function nextPaint(): Promise<void> {
  await nextFrame()
  await new Promise<void>((resolve) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body)
  })
}

/**
 * A task posted while a frame is made runs when that is done: after style, layout and paint. Of the highest priority, so that
 * what others put off until after the frame does not count.
 */
async function afterThisFrame(): Promise<void> {
  await scheduler.postTask(() => {}, { priority: 'user-blocking' })
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}
