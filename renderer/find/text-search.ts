import type { Language } from '../../shared/language/languages.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { Matches, TextQuery } from '../../shared/text/matches.ts'

/** What the worker is asked. */
export type SearchRequest = {
  readonly text: string
  readonly query: TextQuery
  /** That failures are told in. */
  readonly language: Language
}
/** What it says: that it has begun, so that its own start does not count, and what came of it. */
export type SearchAnswer = 'begun' | Result<Matches>

/** Searches a text, one search at a time, in a thread of its own. */
export type TextSearch = {
  /** Begins a search; one that is still under way is given up and `found` of it never called. */
  readonly start: (request: SearchRequest, found: (result: Result<Matches>) => void) => void
  readonly dispose: () => void
}

type SearchWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/** `limit` is how long one search may take, in milliseconds. */
export function createTextSearch(
  startWorker: () => SearchWorker = findWorker,
  limit = 1000,
): TextSearch {
  let idle: SearchWorker | null = null
  let giveUp = (): void => {}

  function start(request: SearchRequest, found: (result: Result<Matches>) => void): void {
    giveUp()
    const worker = idle ?? startWorker()
    const listening = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined

    function end(): void {
      clearTimeout(timer)
      listening.abort()
      giveUp = () => {}
    }
    function stop(): void {
      end()
      worker.terminate()
    }
    const { signal } = listening
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<SearchAnswer>) => {
        if (data === 'begun') {
          timer = setTimeout(() => {
            stop()
            found(tooSlow())
          }, limit)
          return
        }
        end()
        idle = worker
        found(data)
      },
      { signal },
    )
    worker.addEventListener(
      'error',
      () => {
        stop()
        found(notRun())
      },
      { signal },
    )
    giveUp = stop
    idle = null
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(request)
  }

  return {
    start,
    dispose: () => {
      giveUp()
      idle?.terminate()
      idle = null
    },
  }
}

function findWorker(): SearchWorker {
  return new Worker(new URL('find-worker.ts', import.meta.url), { type: 'module' })
}

function tooSlow(): Result<never> {
  return failure('tooLarge', t('find:tooSlow.message'), t('find:tooSlow.remedy'))
}

function notRun(): Result<never> {
  return failure('notAvailable', t('find:notRun.message'), t('find:notRun.remedy'))
}
