import { success, type Result } from '../../../shared/result.ts'
import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { openPresent, type PresentProject } from '../project/present-reader.ts'
import {
  startImport,
  type ColumnChoices,
  type Finished,
  type ImportJob,
  type ImportProgress,
  type ImportRequest,
  type WantedOfImport,
} from './import-job.ts'
import type { Plan } from './reading/protocol.ts'

/*
 * The thread that an import runs in: it proves what the reading thread hands over, stages it, and makes it a part of the
 * project. It outlives any file; the reading thread, which it starts, need not.
 */

let project: PresentProject | null = null
let job: ImportJob | null = null

const work = {
  /** `path` is that of the project, which the program has open for writing. */
  plan: async ({
    path,
    ...request
  }: Omit<ImportRequest, 'reader'> & { readonly path: string }): Promise<Result<Plan>> => {
    const opened = openPresent(path)
    if (!opened.ok) return opened
    project = opened.value
    job = startImport(project, request)
    return success(await job.plan())
  },

  read: async (
    columns: ColumnChoices,
    { signal, onProgress }: StepHooks<ImportProgress>,
  ): Promise<Result<WantedOfImport>> =>
    success(await planned().read(columns, { signal, onProgress })),

  store: async (
    map: Readonly<Record<string, string>>,
    hooks: StepHooks<ImportProgress>,
  ): Promise<Result<Imported>> => {
    const stored = await planned().store(map, hooks)
    if (!stored.ok) return stored
    const { documents, documentIds, projectName, report, skipped } = stored.value
    const described = documents.map(({ id, title, provenance: { fileName, encoding } }) => ({
      id,
      title,
      file: fileName,
      encoding,
    }))
    return success({ documents: described, documentIds, projectName, report, skipped })
  },
}

/** What an import came to. */
export type Imported = Pick<Finished, 'documentIds' | 'projectName' | 'report' | 'skipped'> & {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    /** The name of the file that it was in; `null` for what was pasted. */
    readonly file: string | null
    readonly encoding: string | null
  }[]
}

export type ImportWork = typeof work

function planned(): ImportJob {
  if (job === null) throw new Error('an import is planned before it is read')
  return job
}

giveWay()
serveJob(work, async () => {
  await job?.[Symbol.asyncDispose]()
  project?.close()
})
