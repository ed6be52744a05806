import { success, type Result } from '../../../shared/result.ts'
import { goBackInBulk } from '../go-back.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { openBulk, type BulkCommit, type BulkProject } from '../project/bulk-project.ts'
import type { ActCall } from './act-call.ts'
import { doAct } from './do-act.ts'

let project: BulkProject | null = null

const work = {
  /** Commits one act on much, as one entry. Nobody else of the program may write until it is done. */
  act: async ({
    path,
    identity,
    call,
  }: {
    readonly path: string
    readonly identity: string | null
    readonly call: ActCall
  }): Promise<Result<BulkCommit | null>> => {
    const opened = openBulk(path, identity)
    if (!opened.ok) return opened
    project = opened.value
    return doAct(opened.value, (args) => goBackInBulk(opened.value, args), call)
  },
  /** Takes in the log that the act made long, while others write. */
  settle: async (): Promise<Result<null>> => {
    project?.settle()
    return success(null)
  },
}

export type BulkWork = typeof work

serveJob(work, async () => {
  project?.close()
})
