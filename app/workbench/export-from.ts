import { basename } from 'node:path'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { success, type Result } from '../../shared/result.ts'
import { exportPath, type ExportChannels } from './export-target.ts'
import { exportProject } from './exporters/export-project.ts'
import { openReader } from './project/reader.ts'

export type ExportOptions = ExportChannels & { readonly signal: AbortSignal }

/**
 * Writes the project at a path as a dataset, as it is at this moment: reading goes over a connection of its own, so
 * tagging can go on meanwhile.
 */
export async function exportFrom(
  projectPath: string,
  { format, ticket }: CallArguments<'export.run'>,
  { signal, ...channels }: ExportOptions,
): Promise<Result<CallValue<'export.run'>>> {
  const suggested = `${basename(projectPath, '.verbatim')}.${format}`
  const target = await exportPath(ticket, suggested, channels)
  if (!target.ok) return target
  const path = target.value
  const reader = openReader(projectPath)
  if (!reader.ok) return reader
  try {
    const exported = await exportProject({
      reader: reader.value,
      format,
      target: { kind: 'file', path },
      signal,
    })
    if (!exported.ok) return exported
    const fileName = basename(path)
    const download = ticket === null ? (channels.delivery?.offer(path, fileName) ?? null) : null
    return success({ ...exported.value, fileName, download })
  } finally {
    reader.value.close()
  }
}
