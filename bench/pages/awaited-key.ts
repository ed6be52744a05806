import { nextPress, timeToPaint } from './timing.ts'

let times: Promise<readonly number[]> | null = null

/** Takes the times, in ms, from the next press of a key until each of `parts` was painted, then until each of `moments`. */
export function awaitKey(
  key: string,
  parts: readonly (() => boolean)[],
  ...moments: readonly Promise<number>[]
): void {
  times = nextPress(key).then((at) =>
    Promise.all([
      ...parts.map((isPainted) => timeToPaint(at, isPainted)),
      ...moments.map(async (moment) => (await moment) - at),
    ]),
  )
}

/** The times of the key that was awaited last. */
export function timesTaken(): Promise<readonly number[]> {
  return times ?? Promise.reject(new Error('await something first'))
}
