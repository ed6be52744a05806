import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { JobThread } from '../jobs/job-thread.ts'
import { createTurns } from '../jobs/turns.ts'
import type { CountingWork } from './counting-thread.ts'
import { openCountingThread } from './open-counting-thread.ts'

/** How long the thread waits for another question before it gives its memory back, in ms: pictures are read for a while. */
const patience = 5 * 60_000

/** The thread that counts in the project at `path`, with the answers that are to come of it. */
type Counter = {
  readonly path: string
  readonly thread: JobThread<CountingWork>
  readonly answers: Set<Promise<unknown>>
}

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
  /** For whoever takes the thread up or lets it go. While it answers, others may ask. */
  const turns = createTurns()
  let counter: Counter | null = null
  let idle: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = counter
    counter = null
    if (ending === null) return
    await Promise.allSettled(ending.answers)
    await ending.thread[Symbol.asyncDispose]()
  }

  async function close(): Promise<void> {
    await turns.take(end)
  }

  /** Puts a question to the thread, which answers what is quick first. */
  async function ask<Value>(
    path: string,
    question: (thread: JobThread<CountingWork>) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const { asked, answer } = await turns.take(async () => {
      clearTimeout(idle)
      if (counter !== null && (counter.path !== path || counter.thread.endedBy() !== null))
        await end()
      counter ??= { path, thread: openCountingThread(), answers: new Set() }
      const coming = question(counter.thread)
      counter.answers.add(coming)
      return { asked: counter, answer: coming }
    })
    try {
      return await answer
    } catch (error) {
      if (counter === asked) await close()
      throw error
    } finally {
      asked.answers.delete(answer)
      clearTimeout(idle)
      idle = setTimeout(() => void close(), patience)
      idle.unref()
    }
  }

  return {
    counts: (path, args) => ask(path, (thread) => thread.run('counts', { path, args })),
    words: (path, args) => ask(path, (thread) => thread.run('words', { path, args })),
    work: (path, args) => ask(path, (thread) => thread.run('work', { path, args })),
    close,
  }
}
