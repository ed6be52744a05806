import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import { ThreadError } from '../describe-error.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { Answer, Question, Request } from './protocol.ts'

/** Memory for its own objects, in MiB; what it counts in is SQLite’s. */
const mostMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const

/** The thread that counts on one project. */
export type Counter = {
  readonly path: string
  /** Throws where something went wrong that nobody expected; the thread is of no use then. */
  readonly ask: (question: Question) => Promise<Answer>
  /** Has the thread let the project go, and waits until it has ended. */
  readonly end: () => Promise<void>
}

export function startCounter(path: string): Counter {
  const worker = new Worker(threadScript('counting-thread', import.meta.url), {
    resourceLimits: mostMemory,
  })
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let ended = false

  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.name === 'fault') {
      asked?.reject(new ThreadError(answer.message, answer.description))
    } else asked?.resolve(answer)
  })
  worker.on('error', giveUp).on('exit', () => {
    ended = true
    giveUp(new Error('the counting thread ended'))
  })

  function giveUp(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function send(request: Request): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request)
  }

  return {
    path,
    ask: (question) => {
      const asked = Promise.withResolvers<Answer>()
      waiting.set(question.id, asked)
      send(question)
      return asked.promise
    },
    end: async () => {
      if (ended) return
      const exit = once(worker, 'exit')
      send({ name: 'close' })
      await exit
    },
  }
}
