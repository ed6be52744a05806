import { setImmediate } from 'node:timers/promises'

import { maxFound, type CallArguments, type FoundAnnotations } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import { foldForSearch, searchWords } from '../../../shared/text/folding.ts'
import type { ProjectFile } from '../project/project-file.ts'

/**
 * Annotations of which each word of the query is in the text or in a name or alias of a speaker in their chain, whatever
 * its case and accents. Others have their turn between documents.
 */
export async function findAnnotations(
  file: ProjectFile,
  { query, labels, except }: CallArguments<'annotations.find'>,
): Promise<Result<FoundAnnotations>> {
  const wanted = searchWords(query)
  const allowed = new Set(labels)
  const spoken = new Map(wanted.map((word) => [word, annotationsSpoken(file, word)]))
  const found: string[] = []
  for (const slice of file.documentsInSlices()) {
    for (const { document, annotations } of slice) {
      if (annotations === 0 || document.id === except) continue
      for (const { id, label, quote } of file.quotes(document.id)) {
        if (allowed.size > 0 && !allowed.has(label)) continue
        const text = foldForSearch(quote)
        const holds = (word: string) => text.includes(word) || spoken.get(word)?.has(id) === true
        if (wanted.every(holds)) found.push(id)
      }
      await setImmediate()
    }
  }
  const annotations = found.slice(0, maxFound).flatMap((id) => file.annotation(id) ?? [])
  return success({ annotations, total: found.length })
}

/** Ids of the annotations that name a speaker with such a name. */
function annotationsSpoken(file: ProjectFile, wanted: string): ReadonlySet<string> {
  const speakers = file
    .speakers()
    .filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => foldForSearch(one).includes(wanted)),
    )
  return new Set(speakers.flatMap(({ id }) => file.annotationIdsNaming(id)))
}
