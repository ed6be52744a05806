import { basename } from 'node:path'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { tagSetFile } from '../../shared/model/tag-set.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { exportPath, type ExportChannels } from './export-target.ts'
import type { ProjectFile } from './project/project-file.ts'
import { writeWhole } from './write-whole.ts'

/** Writes the tag set of a project as JSON, for other projects to take in. */
export async function exportTagSet(
  file: ProjectFile,
  { ticket }: CallArguments<'tagSet.export'>,
  channels: ExportChannels,
): Promise<Result<CallValue<'tagSet.export'>>> {
  const labels = file.labels()
  if (labels.length === 0) return noLabels()
  const content = tagSetFile({ labels, relationTypes: file.relationTypes() })
  const suggestedName = `${basename(file.path, '.verbatim')} tag set.json`
  const target = await exportPath(ticket, suggestedName, channels)
  if (!target.ok) return target
  const path = target.value
  const written = await writeWhole(path, `${JSON.stringify(content, null, 2)}\n`, file.path)
  if (!written.ok) return written
  const fileName = basename(path)
  const download = ticket === null ? (channels.delivery?.offer(path, fileName) ?? null) : null
  return success({ fileName, download })
}

function noLabels(): Result<never> {
  return failure('empty', t('failures:exporting.noLabels'), t('failures:exporting.addLabel'))
}
