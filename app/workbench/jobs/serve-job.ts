import { parentPort, type MessagePort } from 'node:worker_threads'

import { setLanguage, t } from '../../../shared/language/translate.ts'
import { describeError } from '../describe-error.ts'
import { failureOf } from '../project/failures.ts'
import type { FromThread, StepHooks, Tidied, ToThread, Work } from './protocol.ts'
import { isAnybody, type Waiting } from './turns.ts'

/** Progress is told no more often than this, in ms: whoever listens has other things to do. */
const pause = 50

/** A step that is under way. */
type UnderWay = {
  readonly canceller: AbortController
  beginTurn: ((waiting: Waiting) => void) | null
  over: Promise<void>
}

/** Makes this thread do the steps that `openJobThread` asks of it, and `tidy` after the last of them. */
export function serveJob(work: Work, tidy: () => Promise<void> = async () => {}): void {
  if (parentPort === null) throw new Error('a job is served by a thread')
  const port: MessagePort = parentPort
  const underWay = new Map<number, UnderWay>()

  function hooksOf(number: number, step: UnderWay): StepHooks<unknown> {
    let told = 0
    return {
      signal: step.canceller.signal,
      onProgress: (progress) => {
        const now = performance.now()
        if (now - told < pause) return
        told = now
        send({ kind: 'progress', number, progress })
      },
      alone: async (body) => {
        const waiting = await new Promise<Waiting>((resolve) => {
          step.beginTurn = resolve
          send({ kind: 'awaitsTurn', number })
        })
        try {
          return body(() => isAnybody(waiting))
        } finally {
          send({ kind: 'turnOver', number })
        }
      },
    }
  }

  async function answer(
    { number, step: name, args, language }: Extract<ToThread, { kind: 'step' }>,
    step: UnderWay,
  ): Promise<void> {
    const body = work[name]
    if (body === undefined) throw new Error(`this thread has no step “${name}”`)
    try {
      await setLanguage(language)
      const result = await body(args, hooksOf(number, step))
      send({ kind: 'done', number, result })
    } catch (error) {
      const failure = failureOf(error, t('failures:file.itself'))
      if (step.canceller.signal.aborted) send({ kind: 'aborted', number })
      else if (failure !== null) send({ kind: 'done', number, result: { ok: false, failure } })
      else {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
        send({ kind: 'fault', number, message, description: describeError(error) })
      }
    } finally {
      underWay.delete(number)
    }
  }

  function send(message: FromThread<unknown, unknown> | Tidied): void {
    port.postMessage(message)
  }

  async function end(): Promise<void> {
    for (const { canceller } of underWay.values()) canceller.abort()
    await Promise.all([...underWay.values()].map(({ over }) => over))
    await tidy()
    send({ kind: 'tidied' })
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') underWay.get(message.number)?.canceller.abort()
    else if (message.kind === 'turn') underWay.get(message.number)?.beginTurn?.(message.waiting)
    else if (message.kind === 'end') void end()
    else {
      const step: UnderWay = {
        canceller: new AbortController(),
        beginTurn: null,
        over: Promise.resolve(),
      }
      underWay.set(message.number, step)
      step.over = answer(message, step)
    }
  })
}
