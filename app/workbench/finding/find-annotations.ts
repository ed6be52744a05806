import { setImmediate } from 'node:timers/promises'

import { maxFound, type CallArguments, type FoundAnnotations } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'

/**
 * Annotations whose text, or the name or alias of a speaker in their chain, holds the query, whatever its case. Others
 * have their turn between documents.
 */
export async function findAnnotations(
  file: ProjectFile,
  { query, labels }: CallArguments<'annotations.find'>,
): Promise<Result<FoundAnnotations>> {
  const wanted = query.toLowerCase()
  const allowed = new Set(labels)
  const spoken = annotationsSpoken(file, wanted)
  const found: string[] = []
  for (const { document, annotations } of file.documents()) {
    if (annotations === 0) continue
    for (const { id, label, quote } of file.quotes(document.id)) {
      if (allowed.size > 0 && !allowed.has(label)) continue
      if (spoken.has(id) || quote.toLowerCase().includes(wanted)) found.push(id)
    }
    await setImmediate()
  }
  const annotations = found.slice(0, maxFound).flatMap((id) => file.annotation(id) ?? [])
  return success({ annotations, total: found.length })
}

/** Ids of the annotations that name a speaker with such a name. */
function annotationsSpoken(file: ProjectFile, wanted: string): ReadonlySet<string> {
  const speakers = file
    .speakers()
    .filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
    )
  return new Set(speakers.flatMap(({ id }) => file.annotationIdsNaming(id)))
}
