import { basename } from 'node:path'

import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { exportPath, type ExportChannels } from './export-target.ts'
import { exportFormats } from './exporters/formats.ts'
import { openExportThread } from './exporters/open-export-thread.ts'
import { jobProgress } from './job-progress.ts'
import { createCancellable, type Cancellable } from './jobs/cancellable.ts'

/** Exports that pages have begun, by the ids that these gave them. */
export type ExportJobs = Pick<Cancellable, 'cancel' | 'cancelAll'> & {
  /**
   * Writes the project at a path as a dataset, as it is when its thread begins: that reads over a connection of its own,
   * so tagging can go on meanwhile.
   */
  readonly run: (
    projectPath: string,
    request: CallArguments<'export.run'>,
  ) => Promise<Result<CallValue<'export.run'>>>
}

export function createExportJobs(
  channels: ExportChannels,
  emit: (event: Event) => void,
): ExportJobs {
  const { run, cancel, cancelAll } = createCancellable()

  async function write(
    projectPath: string,
    { job, format, options, scope }: CallArguments<'export.run'>,
    path: string,
    signal: AbortSignal,
  ) {
    const progress = jobProgress(job, emit)
    await using thread = openExportThread()
    const target = { kind: 'file', path } as const
    return await thread.run(
      'write',
      { projectPath, format, options, scope, target },
      {
        signal,
        onProgress: ({ done, total }) => {
          progress({ phase: 'writing', done, total, documents: done, annotations: 0 })
        },
      },
    )
  }

  return {
    run: async (projectPath, request) => {
      const { job, format, ticket } = request
      const { extension } = exportFormats[format]
      const suggested = `${basename(projectPath, '.verbatim')}${extension ?? `-${format}.zip`}`
      const target = await exportPath(ticket, suggested, channels)
      if (!target.ok) return target
      const exported = await run(
        job,
        (signal) => write(projectPath, request, target.value, signal),
        failure('cancelled', t('failures:jobs.exportCancelled'), t('failures:jobs.nothingWritten')),
      )
      if (!exported.ok) return exported
      const fileName = basename(target.value)
      const download =
        ticket === null ? (channels.delivery?.offer(target.value, fileName) ?? null) : null
      const { documents, annotations, relations, bytes, report } = exported.value
      return success({ documents, annotations, relations, bytes, report, fileName, download })
    },
    cancel,
    cancelAll,
  }
}
