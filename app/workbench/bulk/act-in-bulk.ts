import type { Event } from '../../../shared/contract.ts'
import type { ToldCommit } from '../../../shared/model/journal.ts'
import { success, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import type { JobThread } from '../jobs/job-thread.ts'
import type { OpenFile } from '../open-file.ts'
import type { ProjectFile } from '../project/project-file.ts'
import type { ActCall } from './act-call.ts'
import type { BulkWork } from './bulk-thread.ts'
import { openBulkThread } from './open-bulk-thread.ts'
import { tellBulkChange } from './tell-bulk-change.ts'

/** Commits large acts in a thread with a connection of its own, while the program goes on reading. */
export type BulkActs = {
  /**
   * Commits one act and tells pages what it left, before it answers. Nobody else may write to the project until then;
   * what it leaves to be tidied goes on after that.
   */
  readonly act: (file: ProjectFile, call: ActCall) => Promise<Result<ToldCommit | null>>
}

export function createBulkActs({
  open,
  emit,
  log,
}: {
  readonly open: Pick<OpenFile, 'during'>
  readonly emit: (event: Event) => void
  readonly log: (text: string) => void
}): BulkActs {
  async function settle(thread: JobThread<BulkWork>): Promise<void> {
    try {
      await thread.run('settle', undefined)
    } catch (error) {
      // Whoever waited for the act was told what the thread died of; the log is taken in later.
      log(`The log of the project was not taken in: ${describeError(error)}`)
    } finally {
      await thread[Symbol.asyncDispose]()
    }
  }

  return {
    act: async (file, call) => {
      const { path, identity } = file
      const thread = openBulkThread()
      try {
        const done = await thread.run('act', { path, identity, call })
        if (!done.ok) return done
        if (done.value === null) return success(null)
        const { entry, undoState, documentIds } = done.value
        await tellBulkChange(file, { entryId: entry.id, documentIds }, emit)
        return success({ entry: { ...entry, changes: null }, undoState })
      } finally {
        void open.during(settle(thread))
      }
    },
  }
}
