import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result } from '../../shared/result.ts'
import { jobProgress } from './job-progress.ts'
import { createCancellable, type Cancellable } from './jobs/cancellable.ts'
import { openCheckThread } from './project/open-check-thread.ts'

/** Checks that pages have begun, by the ids that these gave them. */
export type CheckJobs = Pick<Cancellable, 'cancel' | 'cancelAll'> & {
  /** Looks at all of the project at a path in a thread of its own; nothing is changed. */
  readonly run: (
    projectPath: string,
    request: CallArguments<'check.run'>,
  ) => Promise<Result<CallValue<'check.run'>>>
}

export function createCheckJobs(emit: (event: Event) => void): CheckJobs {
  const { run, cancel, cancelAll } = createCancellable()

  async function check(projectPath: string, job: string, signal: AbortSignal) {
    const progress = jobProgress(job, emit)
    await using thread = openCheckThread()
    return await thread.run('check', projectPath, {
      signal,
      onProgress: progress,
    })
  }

  return {
    run: (projectPath, { job }) =>
      run(
        job,
        (signal) => check(projectPath, job, signal),
        failure('cancelled', t('failures:jobs.checkCancelled'), t('failures:file.nothingChanged')),
      ),
    cancel,
    cancelAll,
  }
}
