import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { JobThread } from '../jobs/job-thread.ts'
import { createTurns } from '../jobs/turns.ts'
import type { CountingWork } from './counting-thread.ts'
import { openCountingThread } from './open-counting-thread.ts'

/** How long the thread waits for another question before it gives its memory back, in ms. */
const patience = 60_000

type CountCallName = 'statistics.counts' | 'statistics.words' | 'statistics.work'
type Count<Name extends CountCallName> = (
  projectPath: string,
  args: CallArguments<Name>,
) => Promise<Result<CallValue<Name>>>

/** Counting in a thread of its own, on one project at a time, as it is on disk when it is asked. */
export type Statistics = {
  readonly counts: Count<'statistics.counts'>
  readonly words: Count<'statistics.words'>
  readonly work: Count<'statistics.work'>
  /** Lets the project go once what was asked is answered; the next question takes it up again. */
  readonly close: () => Promise<void>
}

export function createStatistics(): Statistics {
  const turns = createTurns()
  let counter: { readonly path: string; readonly thread: JobThread<CountingWork> } | null = null
  let idle: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = counter
    counter = null
    await ending?.thread[Symbol.asyncDispose]()
  }

  async function close(): Promise<void> {
    await turns.take(end)
  }

  /** Puts a question to the thread, which answers one after the other. */
  async function ask<Value>(
    path: string,
    question: (thread: JobThread<CountingWork>) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    return turns.take(async () => {
      clearTimeout(idle)
      if (counter !== null && (counter.path !== path || counter.thread.endedBy() !== null))
        await end()
      counter ??= { path, thread: openCountingThread() }
      try {
        return await question(counter.thread)
      } catch (error) {
        await end()
        throw error
      } finally {
        idle = setTimeout(() => void close(), patience)
        idle.unref()
      }
    })
  }

  return {
    counts: (path, args) => ask(path, (thread) => thread.run('counts', { path, args })),
    words: (path, args) => ask(path, (thread) => thread.run('words', { path, args })),
    work: (path, args) => ask(path, (thread) => thread.run('work', { path, args })),
    close,
  }
}
