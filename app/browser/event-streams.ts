import type { ServerResponse } from 'node:http'

import type { Event } from '../../shared/contract.ts'

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

  function write(line: string) {
    for (const response of open) {
      response.write(line)
      if (response.writableLength > maxWaitingBytes) response.destroy()
    }
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
    send: (event) => write(`${JSON.stringify(event)}\n`),
    close: () => {
      clearInterval(timer)
      for (const response of open) response.end()
    },
  }
}
