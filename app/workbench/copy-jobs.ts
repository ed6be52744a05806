import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { failure, type Result } from '../../shared/result.ts'
import { openCopiesThread } from './copies/open-copies-thread.ts'
import { jobProgress } from './job-progress.ts'
import { createCancellable, type Cancellable } from './jobs/cancellable.ts'

/** Searches for copies that pages have begun, by the ids that these gave them. */
export type CopyJobs = Pick<Cancellable, 'cancel' | 'cancelAll'> & {
  /** Compares all documents of the project at a path in a thread of its own; nothing is changed. */
  readonly find: (
    projectPath: string,
    request: CallArguments<'copies.find'>,
  ) => Promise<Result<CallValue<'copies.find'>>>
}

export function createCopyJobs(emit: (event: Event) => void): CopyJobs {
  const { run, cancel, cancelAll } = createCancellable()
  const cancelled = failure('cancelled', 'The search was cancelled.', 'Nothing was changed.')

  async function find(projectPath: string, job: string, signal: AbortSignal) {
    const progress = jobProgress(job, emit)
    await using thread = openCopiesThread()
    return await thread.run('find', projectPath, {
      signal,
      onProgress: (now) => progress({ phase: 'comparing', annotations: 0, ...now }),
    })
  }

  return {
    find: (projectPath, { job }) => run(job, (signal) => find(projectPath, job, signal), cancelled),
    cancel,
    cancelAll,
  }
}
