import { basename } from 'node:path'

import type { CallArguments, CallValue, Event } from '../../shared/contract.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { exportPath, type ExportChannels } from './export-target.ts'
import { exportProject } from './exporters/export-project.ts'
import { exportFormats } from './exporters/formats.ts'
import { jobProgress } from './job-progress.ts'
import { openReader } from './project/reader.ts'

/** Exports that pages have begun, by the ids that these gave them. */
export type ExportJobs = {
  /**
   * Writes the project at a path as a dataset, as it is at this moment: reading goes over a connection of its own, so
   * tagging can go on meanwhile.
   */
  readonly run: (
    projectPath: string,
    request: CallArguments<'export.run'>,
    closing: AbortSignal,
  ) => Promise<Result<CallValue<'export.run'>>>
  readonly cancel: (job: string) => void
}

export function createExportJobs(
  channels: ExportChannels,
  emit: (event: Event) => void,
): ExportJobs {
  const cancellers = new Map<string, AbortController>()
  return {
    run: async (projectPath, { job, format, options, scope, ticket }, closing) => {
      const { extension } = exportFormats[format]
      const suggested = `${basename(projectPath, '.verbatim')}${extension ?? `-${format}.zip`}`
      const target = await exportPath(ticket, suggested, channels)
      if (!target.ok) return target
      const reader = openReader(projectPath)
      if (!reader.ok) return reader
      const canceller = new AbortController()
      cancellers.set(job, canceller)
      const progress = jobProgress(job, emit)
      try {
        const exported = await exportProject({
          reader: reader.value,
          format,
          options,
          scope,
          target: { kind: 'file', path: target.value },
          signal: AbortSignal.any([closing, canceller.signal]),
          onProgress: (done, total) => {
            progress({ phase: 'writing', done, total, documents: done, annotations: 0 })
          },
        })
        if (!exported.ok) return exported
        const fileName = basename(target.value)
        const download =
          ticket === null ? (channels.delivery?.offer(target.value, fileName) ?? null) : null
        const { documents, annotations, relations, bytes, report } = exported.value
        return success({ documents, annotations, relations, bytes, report, fileName, download })
      } catch (error) {
        if (canceller.signal.aborted) return cancelled()
        throw error
      } finally {
        cancellers.delete(job)
        reader.value.close()
      }
    },
    cancel: (job) => cancellers.get(job)?.abort(),
  }
}

function cancelled(): Result<never> {
  return failure('cancelled', 'The export was cancelled.', 'Nothing was written.')
}
