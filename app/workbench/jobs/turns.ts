/**
 * Who writes to the open project, one after the other: the program itself, act by act, and a thread of it that stores
 * much at once. Whoever waits does not block, as waiting for a lock of SQLite would.
 */
export type Turns = {
  /** Runs `work` once all that came before is over, and gives what it gives. */
  readonly take: Take
  /** The same for what nobody sits and waits for: what takes long need not give way to it. */
  readonly takePatiently: Take
}

type Take = <Value>(work: (waiting: Waiting) => Value | Promise<Value>) => Promise<Value>

/** How many wait for their turn, in one cell that threads share: what takes long can see whether it keeps somebody waiting. */
export type Waiting = Int32Array<SharedArrayBuffer>

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  const waiting = nobodyWaiting()
  const takePatiently: Take = async (work) => {
    const done = last.then(() => work(waiting))
    last = done.catch(() => null)
    return done
  }
  return {
    take: async (work) => {
      Atomics.add(waiting, 0, 1)
      return takePatiently((seen) => {
        Atomics.sub(waiting, 0, 1)
        return work(seen)
      })
    },
    takePatiently,
  }
}

export function nobodyWaiting(): Waiting {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

export function isAnybody(waiting: Waiting): boolean {
  return Atomics.load(waiting, 0) > 0
}
