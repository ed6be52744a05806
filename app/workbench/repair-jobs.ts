import { basename } from 'node:path'

import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { jobProgress } from './job-progress.ts'
import { createCancellable, type Cancellable } from './jobs/cancellable.ts'
import type { Places } from './places.ts'
import { openProjectThread } from './project-thread/in-thread.ts'
import type { RepairRequest } from './project/repair/repair-project.ts'

/** Repairs that pages have begun, by the ids that these gave them. They are of files that nobody has open. */
export type RepairJobs = Pick<Cancellable, 'cancel'> & {
  /** Saves everything readable of a damaged project to a new file, in a thread of its own. */
  readonly run: (
    request: CallArguments<'project.repair'>,
  ) => Promise<Result<CallValue<'project.repair'>>>
  /** Resolves once nothing is left of those that were under way. */
  readonly cancelAll: () => Promise<void>
}

export function createRepairJobs(places: Places, emit: (event: Event) => void): RepairJobs {
  const { run, cancel, cancelAll } = createCancellable()
  const underWay = new Set<Promise<unknown>>()

  async function repair(job: string, request: RepairRequest, signal: AbortSignal) {
    await using thread = openProjectThread()
    return await thread.run('repair', request, { signal, onProgress: jobProgress(job, emit) })
  }

  async function repairNow({
    job,
    damaged,
    ticket,
  }: CallArguments<'project.repair'>): Promise<Result<CallValue<'project.repair'>>> {
    const path = places.resolve(damaged)
    if (!path.ok) return path
    const target = places.resolve(ticket)
    if (!target.ok) return target
    const request = { path: path.value, target: target.value }
    const repaired = await run(
      job,
      (signal) => repair(job, request, signal),
      failure('cancelled', t('failures:jobs.repairCancelled'), t('failures:jobs.nothingWritten')),
    )
    if (!repaired.ok) return repaired
    const { saved, findings } = repaired.value
    return success({
      ...saved,
      fileName: basename(repaired.value.target),
      findings: findings.map(({ message }) => message),
      ticket: places.issue(repaired.value.target),
    })
  }

  return {
    run: async (request) => {
      const repairing = repairNow(request)
      underWay.add(repairing)
      try {
        return await repairing
      } finally {
        underWay.delete(repairing)
      }
    },
    cancel,
    cancelAll: async () => {
      cancelAll()
      await Promise.allSettled(underWay)
    },
  }
}
