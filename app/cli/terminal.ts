import { constants } from 'node:os'
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

/** A signal that comes again within this time is the same request, in ms. */
const repeatWithin = 300

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const ending = endingOfProcess()
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
    signal: ending,
  }
}

/**
 * Aborts when the process is first asked to end; asked again later, it ends at once. A repeat that comes immediately
 * is the same request: the settings' library sends the signal again once it has cleaned up.
 */
function endingOfProcess(): AbortSignal {
  const ending = new AbortController()
  let askedAt = Number.POSITIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (Date.now() - askedAt > repeatWithin) process.exit(128 + constants.signals[signal])
      askedAt = Math.min(askedAt, Date.now())
      ending.abort(new EndedError(signal))
    })
  }
  return ending.signal
}

/** The program was asked to end while it worked. */
export class EndedError extends Error {
  override readonly name = 'EndedError'
  readonly signal: 'SIGINT' | 'SIGTERM'
  /** What became of the work, in whole sentences. */
  readonly outcome: string

  constructor(
    signal: 'SIGINT' | 'SIGTERM',
    outcome = 'What was done before is kept; nothing is half done.',
  ) {
    super(`Ended by ${signal}.`)
    this.signal = signal
    this.outcome = outcome
  }
}
