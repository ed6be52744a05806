import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
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
  /** Works out, likewise, what carrying annotations over to copies comes to. */
  readonly preview: (
    projectPath: string,
    request: CallArguments<'copies.preview'>,
  ) => Promise<Result<CallValue<'copies.preview'>>>
}

export function createCopyJobs(emit: (event: Event) => void): CopyJobs {
  const { run, cancel, cancelAll } = createCancellable()

  async function find(projectPath: string, job: string, signal: AbortSignal) {
    const progress = jobProgress(job, emit)
    await using thread = openCopiesThread()
    return await thread.run('find', projectPath, {
      signal,
      onProgress: (now) => progress({ phase: 'comparing', annotations: 0, ...now }),
    })
  }

  async function preview(
    path: string,
    { job, from, to }: CallArguments<'copies.preview'>,
    signal: AbortSignal,
  ) {
    const progress = jobProgress(job, emit)
    await using thread = openCopiesThread()
    return await thread.run(
      'preview',
      { path, from, to },
      {
        signal,
        onProgress: (now) => progress({ phase: 'comparing', annotations: 0, ...now }),
      },
    )
  }

  return {
    preview: (projectPath, request) =>
      run(request.job, (signal) => preview(projectPath, request, signal), cancelled()),
    find: (projectPath, { job }) =>
      run(job, (signal) => find(projectPath, job, signal), cancelled()),
    cancel,
    cancelAll,
  }
}

function cancelled(): Result<never> {
  return failure('cancelled', t('failures:jobs.searchCancelled'), t('failures:file.nothingChanged'))
}
