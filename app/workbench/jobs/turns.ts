/**
 * Who writes to the open project, one after the other: the program itself, act by act, and a thread of it that stores
 * much at once. Whoever waits does not block, as waiting for a lock of SQLite would.
 */
export type Turns = {
  /** Runs `work` once all that came before is over, and gives what it gives. */
  readonly take: <Value>(work: () => Value | Promise<Value>) => Promise<Value>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take: async (work) => {
      const done = last.then(work)
      last = done.catch(() => null)
      return done
    },
  }
}
