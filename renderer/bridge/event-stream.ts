import type { Event } from '../../shared/contract.ts'

/** After so long the page gets to what else waits, in ms; events may come many at once. */
const turn = 10
/** The shell sends at least a blank line this often, in ms; a longer silence means a dead connection. */
const silence = 45_000
const firstPause = 500
const longestPause = 10_000

type EventStream = {
  /** Settles when the first attempt to connect has succeeded or failed. */
  readonly opened: Promise<void>
  readonly close: () => void
}

/**
 * Listens to the shell's events: JSON values, one a line. A lost connection is opened again after a pause that doubles
 * up to ten seconds; then `onGap` is called, since events may have been missed.
 */
export function openEventStream({
  token,
  onEvent,
  onGap,
}: {
  token: string
  onEvent: (event: Event) => void
  onGap: () => Promise<void>
}): EventStream {
  const closed = new AbortController()
  const opened = Promise.withResolvers<void>()

  async function run() {
    let pause = firstPause
    let gap = false
    while (!closed.signal.aborted) {
      try {
        const refused = await readLines(token, closed.signal, {
          onOpen: () => {
            pause = firstPause
            opened.resolve()
            if (gap) void onGap()
          },
          onLine: (line) => {
            // Whoever holds the token is the shell of this very build: the line has the contract's type.
            const event: Event = JSON.parse(line)
            onEvent(event)
          },
        })
        if (refused) return
      } catch (error) {
        // fetch and read reject with these two when the shell is gone or the connection was given up.
        if (!(error instanceof TypeError || error instanceof DOMException)) throw error
      } finally {
        opened.resolve()
      }
      gap = true
      await sleep(pause, closed.signal)
      pause = Math.min(pause * 2, longestPause)
    }
  }

  void run()
  return { opened: opened.promise, close: () => closed.abort() }
}

/** Reads until the connection ends; true where the shell refuses this session. */
async function readLines(
  token: string,
  closed: AbortSignal,
  { onOpen, onLine }: { onOpen: () => void; onLine: (line: string) => void },
): Promise<boolean> {
  const silent = new AbortController()
  let timer = setTimeout(() => silent.abort(), silence)
  try {
    const response = await fetch('/events', {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([closed, silent.signal]),
    })
    if (!response.ok || response.body === null) return response.status === 403
    onOpen()
    let rest = ''
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return false
      clearTimeout(timer)
      timer = setTimeout(() => silent.abort(), silence)
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      let began = performance.now()
      for (const line of lines) {
        if (performance.now() - began > turn) {
          await sleep(0, closed)
          began = performance.now()
        }
        if (line !== '') onLine(line)
      }
    }
  } finally {
    clearTimeout(timer)
  }
}

function sleep(milliseconds: number, aborted: AbortSignal): Promise<void> {
  if (aborted.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    aborted.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
