import { basename } from 'node:path'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { exportProject } from './exporters/export-project.ts'
import type { Places } from './places.ts'
import { openReader } from './project/reader.ts'

/** Where exports wait that a page is going to download. */
export type DownloadDelivery = {
  /** A path where the file can be written. */
  readonly reserve: (fileName: string) => Promise<string>
  /** Gives a written file an address below the page's own origin. */
  readonly offer: (path: string, fileName: string) => string
}

export type ExportOptions = {
  readonly places: Places
  readonly delivery: DownloadDelivery | null
  readonly signal: AbortSignal
}

/**
 * Writes the project at a path as a dataset, as it is at this moment: reading goes over a connection of its own, so
 * tagging can go on meanwhile.
 */
export async function exportFrom(
  projectPath: string,
  { format, ticket }: CallArguments<'export.run'>,
  { places, delivery, signal }: ExportOptions,
): Promise<Result<CallValue<'export.run'>>> {
  const suggested = `${basename(projectPath, '.verbatim')}.${format}`
  const target = ticket === null ? await reserve(delivery, suggested) : places.resolve(ticket)
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
    const download = ticket === null ? (delivery?.offer(path, fileName) ?? null) : null
    return success({ ...exported.value, fileName, download })
  } finally {
    reader.value.close()
  }
}

async function reserve(
  delivery: DownloadDelivery | null,
  fileName: string,
): Promise<Result<string>> {
  if (delivery !== null) return success(await delivery.reserve(fileName))
  return failure(
    'notAvailable',
    'Downloads are for Verbatim in a browser only.',
    'Nothing was written. Choose a file to export to.',
  )
}
