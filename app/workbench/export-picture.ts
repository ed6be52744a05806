import { basename } from 'node:path'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { success, type Result } from '../../shared/result.ts'
import { exportPath, type ExportChannels } from './export-target.ts'
import { safeFileName } from './exporters/file-names.ts'
import { writeWhole } from './write-whole.ts'

/** Writes a picture or table that the page made of the numbers of a project. */
export async function exportPicture(
  projectPath: string,
  { name, content, ticket }: CallArguments<'picture.export'>,
  channels: ExportChannels,
): Promise<Result<CallValue<'picture.export'>>> {
  // The page may suggest a name, never a folder.
  const target = await exportPath(ticket, safeFileName(name, 0), channels)
  if (!target.ok) return target
  const path = target.value
  const written = await writeWhole(path, Buffer.from(content, 'base64'), projectPath)
  if (!written.ok) return written
  const fileName = basename(path)
  const download = ticket === null ? (channels.delivery?.offer(path, fileName) ?? null) : null
  return success({ fileName, download })
}
