import type { Result } from '../../../shared/result.ts'
import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { openReader } from '../project/reader.ts'
import { exportProject, type Exported, type ExportRequest } from './export-project.ts'

/** How many documents are written, of how many. */
type ExportProgress = { readonly done: number; readonly total: number }

const work = {
  /** Writes the project at `projectPath` as it is when this begins. */
  write: async (
    {
      projectPath,
      ...request
    }: Pick<ExportRequest, 'format' | 'options' | 'scope'> & {
      readonly projectPath: string
      readonly target: { readonly kind: 'file'; readonly path: string }
    },
    { signal, onProgress }: StepHooks<ExportProgress>,
  ): Promise<Result<Exported>> => {
    const reader = openReader(projectPath)
    if (!reader.ok) return reader
    try {
      return await exportProject({
        ...request,
        reader: reader.value,
        signal,
        onProgress: (done, total) => onProgress({ done, total }),
      })
    } finally {
      reader.value.close()
    }
  },
}

export type ExportWork = typeof work

giveWay()
serveJob(work)
