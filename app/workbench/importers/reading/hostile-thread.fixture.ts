import { parentPort } from 'node:worker_threads'

import { articleOf } from '../article.ts'
import type { Answer, Request } from './protocol.ts'

/** Stands in for the reading thread, with files that do to it what they are called. */
parentPort?.on('message', (request: Request) => {
  if (request.kind === 'plan') {
    const units = request.inputs.map((input) => {
      const path = input.kind === 'bytes' ? input.name : input.path
      return { path, size: 1, format: 'text', table: null }
    })
    send({ kind: 'plan', plan: { units, skipped: [], refused: [] } })
  } else if (request.kind === 'more') send({ kind: 'read' })
  else meet(request.path)
})

function meet(path: string): void {
  switch (path) {
    case 'endless':
      for (let count = 0; count >= 0; count += 0) count += 0
      break
    case 'huge': {
      const all: string[][] = []
      for (;;) all.push(Array.from({ length: 10_000 }, (_, index) => `word ${index}`))
    }
    // oxlint-disable-next-line no-fallthrough
    case 'faulty':
      throw new TypeError('a fault of ours')
    default: {
      const decoding = { encoding: 'utf-8', byteOrderMark: false }
      const reading = articleOf({ text: 'Good.', decoding, metadata: { title: path } })
      send({ kind: 'readings', facts: { sha256: null }, readings: [reading] })
    }
  }
}

function send(answer: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer)
}
