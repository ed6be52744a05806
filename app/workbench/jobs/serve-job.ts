import { parentPort, type MessagePort } from 'node:worker_threads'

import { setLanguage, t } from '../../../shared/language/translate.ts'
import { describeError } from '../describe-error.ts'
import { failureOf } from '../project/failures.ts'
import { giveWay } from './give-way.ts'
import type { FromThread, StepHooks, ToThread, Work } from './protocol.ts'
import { isAnybody, type Waiting } from './turns.ts'

/** Progress is told no more often than this, in ms: whoever listens has other things to do. */
const pause = 50

type Answer = FromThread<unknown, unknown>

/** Makes this thread do the steps that `openJobThread` asks of it, one at a time, and `tidy` after the last of them. */
export function serveJob(work: Work, tidy: () => Promise<void> = async () => {}): void {
  if (parentPort === null) throw new Error('a job is served by a thread')
  const port: MessagePort = parentPort
  giveWay()
  let canceller = new AbortController()
  let beginTurn: ((waiting: Waiting) => void) | null = null
  let told = 0
  let underWay: Promise<void> | null = null

  const hooks = (): StepHooks<unknown> => ({
    signal: canceller.signal,
    onProgress: (progress) => {
      const now = performance.now()
      if (now - told < pause) return
      told = now
      send({ kind: 'progress', progress })
    },
    alone: async (body) => {
      const waiting = await new Promise<Waiting>((resolve) => {
        beginTurn = resolve
        send({ kind: 'awaitsTurn' })
      })
      try {
        return body(() => isAnybody(waiting))
      } finally {
        send({ kind: 'turnOver' })
      }
    },
  })

  async function answer({
    step,
    args,
    language,
  }: Extract<ToThread, { kind: 'step' }>): Promise<Answer> {
    const body = work[step]
    if (body === undefined) throw new Error(`this thread has no step “${step}”`)
    canceller = new AbortController()
    try {
      await setLanguage(language)
      return { kind: 'done', result: await body(args, hooks()) }
    } catch (error) {
      if (canceller.signal.aborted) return { kind: 'aborted' }
      const failure = failureOf(error, t('failures:file.itself'))
      if (failure !== null) return { kind: 'done', result: { ok: false, failure } }
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return { kind: 'fault', message, description: describeError(error) }
    }
  }

  function send(message: Answer): void {
    port.postMessage(message)
  }

  async function end(): Promise<void> {
    canceller.abort()
    await underWay
    await tidy()
    send({ kind: 'tidied' })
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') canceller.abort()
    else if (message.kind === 'turn') beginTurn?.(message.waiting)
    else if (message.kind === 'end') void end()
    else underWay = answer(message).then(send)
  })
}
