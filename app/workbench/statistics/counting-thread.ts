import { setImmediate } from 'node:timers/promises'

import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { createTurns } from '../jobs/turns.ts'
import { failureOf } from '../project/failures.ts'
import { openCounting, type Counting } from './counting.ts'

/* The thread that counts, so that nothing on screen waits for a sum over half a million annotations. */

/** A question about the project at `path`: the same one until the thread ends. */
type Question<Args> = { readonly path: string; readonly args: Args }

const work = {
  counts: async ({ path, args }: Question<CallArguments<'statistics.counts'>>) =>
    count(path, (counting) => counting.counts(args)),
  words: async (
    question: Question<CallArguments<'statistics.words'>>,
    { signal }: StepHooks<never>,
  ) => readers.take(() => words(question, signal)),
  work: async ({ path, args }: Question<CallArguments<'statistics.work'>>) =>
    count(path, (counting) => counting.work(args)),
}

export type CountingWork = typeof work

/** Texts are read for one question at a time: whatever else is asked never waits for more than a moment of reading. */
const readers = createTurns()
let open: Counting | null = null

async function words(
  { path, args }: Question<CallArguments<'statistics.words'>>,
  signal: AbortSignal,
): Promise<Result<CallValue<'statistics.words'>>> {
  for (;;) {
    // What was asked meanwhile is answered first.
    await setImmediate(null, { signal })
    const counted = count(path, (counting) => counting.words(args))
    if (!counted.ok) return counted
    if (counted.value !== null) return success(counted.value)
  }
}

function count<Value>(path: string, answer: (counting: Counting) => Value): Result<Value> {
  try {
    if (open === null) {
      const opened = openCounting(path)
      if (!opened.ok) return opened
      open = opened.value
    }
    return success(answer(open))
  } catch (error) {
    const known = failureOf(error, path)
    if (known === null) throw error
    return { ok: false, failure: known }
  }
}

serveJob(work, async () => open?.close())
