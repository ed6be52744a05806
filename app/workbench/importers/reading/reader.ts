import { Worker } from 'node:worker_threads'

import { presentLanguage } from '../../../../shared/language/present-language.ts'
import { memoryLimits } from '../../jobs/memory-limits.ts'
import { threadScript } from '../../jobs/thread-script.ts'
import type { ReadOptions } from '../import-format.ts'
import type { Input } from './input.ts'
import type { Answer, Plan, Request, Unit } from './protocol.ts'

/** How long nothing may come of a file before its reading is given up, in ms. */
const longestSilence = 60_000

/** Memory that reading may take, in MiB: of the thread’s own objects … */
const mostMemory = 1024
/** … and of all that the process holds since a request began, buffers included, looked at this often, in ms. */
const mostHeld = 2048
const lookEvery = 200

/** Why the reading of a file was given up. */
export class ReadingEnded extends Error {
  override readonly name = 'ReadingEnded'
  readonly why: 'silence' | 'memory' | 'fault'

  constructor(why: ReadingEnded['why'], message: string) {
    super(message)
    this.why = why
  }
}

/** Reads files in a thread of its own, which does not survive a file that brings it down; the reader does. */
export type Reader = {
  readonly plan: () => Promise<Plan>
  /** What is in a file, as it comes. Throws `ReadingEnded` where its reading had to be given up. */
  readonly read: (
    unit: Unit,
    options: ReadOptions,
  ) => AsyncGenerator<Extract<Answer, { kind: 'readings' }>>
  readonly close: () => Promise<void>
}

/** For tests: how long to wait for a file, in ms, how much memory it may take, in MiB, and what reads it. */
export type ReaderOptions = {
  readonly silence?: number
  readonly memory?: number
  readonly script?: URL
}

export function openReaderThread(
  inputs: readonly Input[],
  format: string,
  {
    silence = longestSilence,
    memory = mostMemory,
    script = threadScript('reader-thread', import.meta.url),
  }: ReaderOptions = {},
): Reader {
  let thread: Worker | null = null

  /** The thread with everything planned in it; a new one after one that was ended. */
  async function ready(): Promise<Worker> {
    if (thread !== null) return thread
    const started = startThread(script, memory)
    thread = started
    await ask(started, { kind: 'plan', language: presentLanguage(), inputs, format })
    return started
  }

  /** One answer to one request; a thread that gives none in time, or ends, is not asked again. */
  async function ask(worker: Worker, request: Request): Promise<Answer> {
    const asking = new AbortController()
    const { signal } = asking
    try {
      const answer = firstAnswer(worker, signal, silence)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(request)
      return await answer
    } catch (error) {
      if (thread === worker) thread = null
      await worker.terminate()
      throw error
    } finally {
      asking.abort()
    }
  }

  return {
    plan: async () => {
      const started = startThread(script, memory)
      thread = started
      const answer = await ask(started, {
        kind: 'plan',
        language: presentLanguage(),
        inputs,
        format,
      })
      if (answer.kind !== 'plan') throw new Error('the reader answers out of turn')
      return answer.plan
    },
    read: async function* (unit, options) {
      const worker = await ready()
      let answer = await ask(worker, {
        kind: 'read',
        language: presentLanguage(),
        path: unit.path,
        format: unit.format,
        options,
      })
      while (answer.kind === 'readings') {
        yield answer
        answer = await ask(worker, { kind: 'more' })
      }
    },
    close: async () => {
      await thread?.terminate()
      thread = null
    },
  }
}

/** Listens until `signal` aborts. */
async function firstAnswer(worker: Worker, signal: AbortSignal, limit: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = (why: ReadingEnded['why'], message: string) => {
      reject(new ReadingEnded(why, message))
    }
    const timer = setTimeout(() => end('silence', 'nothing came of it'), limit)
    const held = process.memoryUsage.rss()
    const watch = setInterval(() => {
      const grown = (process.memoryUsage.rss() - held) / (1024 * 1024)
      if (grown > mostHeld) end('memory', `${Math.round(grown)} MiB`)
    }, lookEvery)
    const onMessage = (answer: Answer): void => {
      if (answer.kind === 'fault') end('fault', answer.message)
      else resolve(answer)
    }
    const onError = (error: Error): void => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end(outOfMemory ? 'memory' : 'fault', error.message)
    }
    const onExit = (): void => end('fault', 'the reading thread ended')
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    })
  })
}

function startThread(script: URL, memory: number): Worker {
  return new Worker(script, {
    resourceLimits: memoryLimits(memory),
    // Libraries that warn on the console have nothing to tell the person who imports.
    stderr: true,
    stdout: true,
  })
}
