import type { CallArguments, CallValue, SearchIndexProgress } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ProjectFile } from '../project/project-file.ts'
import type { SearchCall } from './search-calls.ts'
import type { SearchedFile, SearchWork } from './search-thread.ts'

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

/**
 * Memory for its own objects, in MiB: enough for the texts of a hundred thousand articles. Without a limit it is left full of
 * what is no longer used.
 */
const mostMemory = 512

type Searcher = { readonly file: SearchedFile; readonly thread: JobThread<SearchWork> }

/** How the thread is asked for each call. */
const questions: {
  readonly [Name in SearchCall]: (
    searcher: Searcher,
    args: CallArguments<Name>,
  ) => Promise<Result<CallValue<Name>>>
} = {
  'search.run': ({ file, thread }, args) => thread.run('search.run', { file, args }),
  'search.progress': ({ file, thread }, args) => thread.run('search.progress', { file, args }),
  'search.rows': ({ file, thread }, args) => thread.run('search.rows', { file, args }),
  'search.inDocument': ({ file, thread }, args) => thread.run('search.inDocument', { file, args }),
  'search.places': ({ file, thread }, args) => thread.run('search.places', { file, args }),
}

export function createProjectSearch({ tellIndex, log }: ProjectSearchOptions): ProjectSearch {
  let searcher: Searcher | null = null
  let starting: ReturnType<typeof setTimeout> | undefined

  function ready({ path, readOnly }: ProjectFile): Searcher {
    clearTimeout(starting)
    if (searcher?.file.path === path && !searcher.thread.ended()) return searcher
    const script = threadScript('search-thread', import.meta.url)
    searcher = {
      file: { path, readOnly: readOnly !== null },
      thread: openJobThread<SearchWork>(script, mostMemory),
    }
    void prepare(searcher)
    return searcher
  }

  async function prepare(asked: Searcher): Promise<void> {
    let total = 0
    const onProgress = (progress: SearchIndexProgress): void => {
      total = progress.total
      tellIndex(progress)
    }
    try {
      const prepared = await asked.thread.run('prepare', asked.file, { onProgress })
      if (!prepared.ok) log(`The search failed: ${prepared.failure.message}`)
    } catch (error) {
      noteFault(asked, error)
    }
    // Progress is told now and then only: the end of it may not have been.
    if (total > 0) tellIndex({ done: total, total })
  }

  /** Whatever was under way when the project was let go ends with that. */
  function noteFault(asked: Searcher, error: unknown): void {
    if (asked === searcher) log(`The search failed: ${describeError(error)}`)
  }

  return {
    follow: (file) => {
      clearTimeout(starting)
      starting = setTimeout(() => ready(file), onScreen)
      starting.unref()
    },
    ask: async (file, name, args) => {
      const asked = ready(file)
      try {
        const answer = questions[name](asked, args)
        // What nobody told of comes into the index as well.
        if (name === 'search.run') void prepare(asked)
        return await answer
      } catch (error) {
        noteFault(asked, error)
        return asked.thread.ended() ? ended() : unexpected()
      }
    },
    fill: () => {
      if (searcher !== null) void prepare(searcher)
    },
    close: async () => {
      clearTimeout(starting)
      const closing = searcher
      searcher = null
      await closing?.thread[Symbol.asyncDispose]()
    },
  }
}

function ended(): Result<never> {
  return failure('notAvailable', t('failures:searching.ended'), t('failures:searching.endedAgain'))
}

function unexpected(): Result<never> {
  return failure('storage', t('failures:searching.unexpected'), t('failures:searching.searchAgain'))
}
