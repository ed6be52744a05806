import type { Writable } from 'node:stream'

/** Where a command's words go. Standard output carries results, standard error all else. */
export type Terminal = {
  readonly output: Writable
  /** A line of progress; on a screen each takes the place of the one before. */
  readonly progress: (line: string) => void
  /** A line that stays. */
  readonly say: (line: string) => void
  /** Aborts when the user or the system asks the program to end. */
  readonly signal: AbortSignal
}

/** Least time between two lines of progress where they are written below each other, in ms. */
const pause = 1000

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => ending.abort(new EndedError(signal)))
  }
  let last = Date.now()
  let transient = false
  return {
    output: stdout,
    progress: (line) => {
      if (stderr.isTTY) {
        stderr.write(`\r\u001B[K${line}`)
        transient = true
      } else if (Date.now() - last >= pause) {
        stderr.write(`${line}\n`)
        last = Date.now()
      }
    },
    say: (line) => {
      stderr.write(`${transient ? '\r\u001B[K' : ''}${line}\n`)
      transient = false
    },
    signal: ending.signal,
  }
}

/** The program was asked to end while it worked. */
export class EndedError extends Error {
  override readonly name = 'EndedError'
  readonly signal: 'SIGINT' | 'SIGTERM'

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`Ended by ${signal}.`)
    this.signal = signal
  }
}
