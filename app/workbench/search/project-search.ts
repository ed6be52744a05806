import { Worker } from 'node:worker_threads'

import type { CallArguments, CallValue, SearchIndexProgress } from '../../../shared/contract.ts'
import { presentLanguage } from '../../../shared/language/present-language.ts'
import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ProjectFile } from '../project/project-file.ts'
import {
  searchCallNames,
  type NumberedAnswer,
  type NumberedCall,
  type SearchCall,
  type ThreadData,
  type ThreadMessage,
  type ThreadRequest,
} from './protocol.ts'

/** Searches the open project in a thread of its own, which is started when it is needed. */
export type ProjectSearch = {
  /** Gets ready for searches in a project that was just opened, once it is on screen. */
  readonly follow: (file: ProjectFile) => void
  readonly ask: <Name extends SearchCall>(
    file: ProjectFile,
    name: Name,
    args: CallArguments<Name>,
  ) => Promise<Result<CallValue<Name>>>
  /** Texts were added: they come into the index. */
  readonly fill: () => void
  /** Lets go of the project’s file. */
  readonly close: () => Promise<void>
}

export type ProjectSearchOptions = {
  readonly tellIndex: (progress: SearchIndexProgress) => void
  readonly log: (text: string) => void
}

/** After this the project is on screen, in ms. */
const onScreen = 1000
/** A thread that has not let go of the file by then is ended, in ms. */
const closingPatience = 2000

/**
 * Memory for its own objects, in MiB: enough for the texts of a hundred thousand articles. Without a limit it is left full of
 * what is no longer used.
 */
const mostMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 } as const

type Waiting = {
  readonly [Name in SearchCall]: Map<number, (result: Result<CallValue<Name>>) => void>
}

type Thread = { readonly worker: Worker; readonly path: string; readonly waiting: Waiting }

export function createProjectSearch({ tellIndex, log }: ProjectSearchOptions): ProjectSearch {
  let thread: Thread | null = null
  let starting: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  function ready(file: ProjectFile): Thread {
    clearTimeout(starting)
    if (thread?.path === file.path) return thread
    const data: ThreadData = {
      path: file.path,
      readOnly: file.readOnly !== null,
      language: presentLanguage(),
    }
    const worker = new Worker(threadScript('search-thread', import.meta.url), {
      workerData: data,
      resourceLimits: mostMemory,
    })
    const started: Thread = { worker, path: file.path, waiting: nothingWaits() }
    // It holds nobody up who wants to end.
    worker.unref()
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'index') tellIndex(message.progress)
      else if (message.kind === 'fault') log(`The search failed: ${message.message}`)
      else settle(started.waiting, message)
    })
    worker.on('error', (error) => {
      log(`The search ended: ${describeError(error)}`)
    })
    worker.on('exit', () => {
      if (thread === started) thread = null
      for (const name of searchCallNames) failAll(started.waiting, name)
    })
    thread = started
    return started
  }

  async function ask<Name extends SearchCall>(
    file: ProjectFile,
    name: Name,
    args: CallArguments<Name>,
  ): Promise<Result<CallValue<Name>>> {
    const { worker, waiting } = ready(file)
    latest += 1
    const call: NumberedCall<Name> = {
      kind: 'call',
      number: latest,
      language: presentLanguage(),
      name,
      args,
    }
    return new Promise((resolve) => {
      waiting[name].set(call.number, resolve)
      post(worker, call)
    })
  }

  return {
    follow: (file) => {
      clearTimeout(starting)
      starting = setTimeout(() => ready(file), onScreen)
      starting.unref()
    },
    ask,
    fill: () => {
      if (thread !== null) post(thread.worker, { kind: 'fill' })
    },
    close: async () => {
      clearTimeout(starting)
      const closing = thread
      thread = null
      if (closing === null) return
      const exit = new Promise((resolve) => closing.worker.once('exit', resolve))
      closing.worker.ref()
      post(closing.worker, { kind: 'close' })
      const patience = setTimeout(() => void closing.worker.terminate(), closingPatience)
      await exit
      clearTimeout(patience)
    },
  }
}

function nothingWaits(): Waiting {
  return {
    'search.run': new Map(),
    'search.progress': new Map(),
    'search.rows': new Map(),
    'search.inDocument': new Map(),
    'search.places': new Map(),
  }
}

function settle<Name extends SearchCall>(waiting: Waiting, answer: NumberedAnswer<Name>): void {
  const { name, number, result } = answer
  waiting[name].get(number)?.(result)
  waiting[name].delete(number)
}

function failAll(waiting: Waiting, name: SearchCall): void {
  for (const resolve of waiting[name].values()) resolve(ended())
  waiting[name].clear()
}

function ended(): Result<never> {
  return failure('notAvailable', t('failures:searching.ended'), t('failures:searching.endedAgain'))
}

function post<Name extends SearchCall>(
  worker: Worker,
  request: NumberedCall<Name> | Exclude<ThreadRequest, { kind: 'call' }>,
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(request)
}
