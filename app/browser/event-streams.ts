import type { ServerResponse } from 'node:http'

import type { Event } from '../../shared/contract.ts'
import { jsonOf } from './json-pieces.ts'

/** A line at least this often, in ms, tells the page and the system that the connection lives. */
const heartbeat = 15_000
/** A page that lets this many bytes wait has stopped reading; it connects anew and asks for the state. */
const maxWaitingBytes = 64 * 1024 * 1024

export type EventStreams = {
  /** Makes a response an endless stream of events: JSON values, one a line. */
  readonly add: (response: ServerResponse) => void
  readonly send: (event: Event) => void
  readonly close: () => void
}

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()

  /** Events go out in their order, however long it takes to write one as JSON. */
  let last: Promise<void> = Promise.resolve()
  let closed = false

  function write(text: string) {
    for (const response of open) {
      response.write(text)
      if (response.writableLength > maxWaitingBytes) response.destroy()
    }
  }

  async function sendAfter(earlier: Promise<void>, event: Event): Promise<void> {
    const line = await jsonOf(event)
    await earlier
    if (!closed) write(`${line}\n`)
  }

  const timer = setInterval(() => write('\n'), heartbeat)
  timer.unref()

  return {
    add: (response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.write('\n')
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    send: (event) => {
      last = sendAfter(last, event)
    },
    close: () => {
      closed = true
      clearInterval(timer)
      for (const response of open) response.end()
    },
  }
}
