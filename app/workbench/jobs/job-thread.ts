import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { presentLanguage } from '../../../shared/language/present-language.ts'
import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { ThreadError } from '../describe-error.ts'
import { memoryLimits } from './memory-limits.ts'
import type { FromThread, StepHooks, Tidied, ToThread, Work } from './protocol.ts'
import { nobodyWaiting, type Waiting } from './turns.ts'

/** Memory that a job may take for its own objects where nothing else is said, in MiB. */
const usualMemory = 1024

/** How long a thread may take to clear up after itself before it is ended all the same, in ms. */
const longestTidying = 2000

/** What the owner of a job is asked and told while a step goes on. */
type RunHooks<Progress> = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Gives the thread its turn to write, as long as `work` lasts; at once where absent: nobody else writes then. */
  readonly inTurn?: ((work: (waiting: Waiting) => Promise<void>) => Promise<void>) | undefined
}

type ArgsOf<Step extends Work[string]> = Parameters<Step>[0]
type ProgressOf<Step extends Work[string]> =
  Parameters<Step>[1] extends StepHooks<infer Progress> ? Progress : never
type ValueOf<Step extends Work[string]> =
  Awaited<ReturnType<Step>> extends Result<infer Value> ? Value : never

type Told<Step extends Work[string]> = FromThread<ProgressOf<Step>, ValueOf<Step>>

/** Long work in a thread of its own, step by step, so that nothing else waits for it. */
export type JobThread<Does extends Work> = AsyncDisposable & {
  /**
   * Does one step; others may be under way, each with its own progress. Rejects with the reason of `signal` where that aborts it; a thread that does
   * not survive a step gives a failure where memory ran out, and else throws.
   */
  readonly run: <Name extends keyof Does & string>(
    step: Name,
    args: ArgsOf<Does[Name]>,
    hooks?: RunHooks<ProgressOf<Does[Name]>>,
  ) => Promise<Result<ValueOf<Does[Name]>>>
  /** What ended it, in a step or between two; `null` as long as it is there. Where it is gone, another one is to be started. */
  readonly endedBy: () => Error | null
}

/**
 * Starts the thread of `script`, which is one that calls `serveJob`. Its owner disposes of it, whatever it is at.
 * `mostMemory` is for its own objects, in MiB.
 */
export function openJobThread<Does extends Work>(
  script: URL,
  mostMemory = usualMemory,
): JobThread<Does> {
  const worker = new Worker(script, {
    resourceLimits: memoryLimits(mostMemory),
    // Libraries that warn on the console have nothing to tell the person at the screen.
    stderr: true,
    stdout: true,
  })
  // Between steps it holds nobody up who wants to end.
  worker.unref()
  // Each step that is under way listens.
  worker.setMaxListeners(0)
  let latest = 0
  let underWay = 0
  let ending = false
  let endedBy: Error | null = null
  // A thread that ends between two steps is found out at the next one.
  worker.on('error', (error) => {
    endedBy = error
  })
  worker.on('exit', () => {
    endedBy ??= new Error('the thread ended')
  })

  function tell(message: ToThread): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message)
  }

  return {
    run: async <Name extends keyof Does & string>(
      step: Name,
      args: ArgsOf<Does[Name]>,
      { signal, onProgress, inTurn = atOnce }: RunHooks<ProgressOf<Does[Name]>> = {},
    ): Promise<Result<ValueOf<Does[Name]>>> => {
      signal?.throwIfAborted()
      if (endedBy !== null) {
        throw new Error(`the thread ended before “${step}”`, { cause: endedBy })
      }
      const number = (latest += 1)
      const listening = new AbortController()
      const cancel = (): void => tell({ kind: 'cancel', number })
      signal?.addEventListener('abort', cancel)
      underWay += 1
      worker.ref()
      try {
        return await new Promise((resolve, reject) => {
          let endTurn: (() => void) | null = null
          const listener = (message: Told<Does[Name]> | Tidied): void => {
            if (message.kind === 'tidied' || message.number !== number) return
            if (message.kind === 'progress') onProgress?.(message.progress)
            else if (message.kind === 'awaitsTurn') {
              void inTurn(
                (waiting) =>
                  new Promise((over) => {
                    endTurn = over
                    // The thread may be gone by the time that its turn comes.
                    if (listening.signal.aborted) over()
                    else tell({ kind: 'turn', number, waiting })
                  }),
              ).catch(reject)
            } else if (message.kind === 'turnOver') endTurn?.()
            else if (message.kind === 'done') resolve(message.result)
            else if (message.kind === 'aborted') {
              reject(signal?.aborted === true ? signal.reason : endedDuring(step))
            } else {
              reject(new ThreadError(message.message, message.description))
            }
          }
          const onError = (error: Error): void => {
            endTurn?.()
            if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(outOfMemory())
            else reject(error)
          }
          const onExit = (): void => {
            endTurn?.()
            reject(endedDuring(step))
          }
          worker.on('message', listener).on('error', onError).on('exit', onExit)
          listening.signal.addEventListener('abort', () => {
            worker.off('message', listener).off('error', onError).off('exit', onExit)
          })
          tell({ kind: 'step', number, step, args, language: presentLanguage() })
        })
      } finally {
        listening.abort()
        signal?.removeEventListener('abort', cancel)
        underWay -= 1
        if (underWay === 0 && !ending) worker.unref()
      }
    },
    endedBy: () => endedBy,
    [Symbol.asyncDispose]: async () => {
      if (endedBy !== null) return
      ending = true
      worker.ref()
      const tidied = new Promise<void>((resolve) => {
        worker.on('exit', resolve)
        worker.on('message', ({ kind }: FromThread<never, never> | Tidied) => {
          if (kind === 'tidied') resolve()
        })
      })
      tell({ kind: 'end' })
      await Promise.race([tidied, delay(longestTidying, null, { ref: false })])
      await worker.terminate()
    },
  }
}

function endedDuring(step: string): Error {
  return new Error(`the thread ended during “${step}”`)
}

async function atOnce(work: (waiting: Waiting) => Promise<void>): Promise<void> {
  await work(nobodyWaiting())
}

function outOfMemory(): Result<never> {
  return failure('tooLarge', t('failures:jobs.outOfMemory'), t('failures:jobs.smallerParts'))
}
