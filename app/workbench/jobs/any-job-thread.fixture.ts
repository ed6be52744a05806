import { getPriority } from 'node:os'
import { setTimeout } from 'node:timers/promises'

import { t } from '../../../shared/language/translate.ts'
import { success, type Result } from '../../../shared/result.ts'
import { giveWay } from './give-way.ts'
import type { StepHooks } from './protocol.ts'
import { serveJob } from './serve-job.ts'

const work = {
  double: async (
    number: number,
    { onProgress }: StepHooks<{ readonly done: number }>,
  ): Promise<Result<number>> => {
    onProgress({ done: number })
    return success(number * 2)
  },
  wait: async (_: null, { signal }: StepHooks<never>): Promise<Result<null>> => {
    await setTimeout(60_000, null, { signal })
    return success(null)
  },
  write: async (words: string, { alone }: StepHooks<never>): Promise<Result<string>> =>
    success(await alone(() => words.toUpperCase())),
  writeUntilAwaited: async (_: null, { alone }: StepHooks<never>): Promise<Result<null>> => {
    await alone((isAwaited) => {
      while (!isAwaited());
    })
    return success(null)
  },
  fail: async (path: string): Promise<Result<null>> => {
    throw Object.assign(new Error(path), { code: 'ENOSPC' })
  },
  throw: async (message: string): Promise<Result<null>> => {
    throw new Error(message)
  },
  speak: async (): Promise<Result<string>> => success(t('common:close')),
  priority: async (): Promise<Result<number>> => {
    giveWay()
    return success(getPriority())
  },
  die: async (): Promise<Result<null>> => process.exit(1),
}

export type AnyWork = typeof work

serveJob(work)
