import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Change } from '../../../shared/model/change.ts'
import type { Document } from '../../../shared/model/document.ts'
import { removeDocuments } from '../../../shared/model/replacement.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ActingProject, ProjectReader } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { missing } from './pair.ts'

/** Takes documents out with everything that hangs on them, as one entry. Their texts stay in the file, for undo. */
export function removeDocumentsFrom<Done>(
  file: ActingProject<Done>,
  request: CallArguments<'documents.remove'>,
): Result<Done> {
  return actOnce(file, request, () => {
    const wanted = new Set(request.documents)
    const documents = [...wanted].flatMap((id) => file.document(id) ?? [])
    if (documents.length < wanted.size) return missing('document')
    return success({ summary: summaryOf(documents), changes: removals(file, documents) })
  })
}

/** One document after the other, so that what hangs on them is never all in memory. */
function* removals(file: ProjectReader, documents: readonly Document[]): Iterable<Change> {
  // One that joins two of the documents is found at both.
  const gone = new Set<string>()
  for (const document of documents) {
    const { id } = document
    const relations = file.relationsOf(id).filter((relation) => !gone.has(relation.id))
    for (const relation of relations) gone.add(relation.id)
    yield* removeDocuments([document], {
      annotations: file.annotations(id),
      relations,
      suggestions: file.suggestions(id),
    })
  }
}

function summaryOf(documents: readonly Document[]): string {
  const [first, ...others] = documents
  return others.length === 0
    ? t('acts:documents.delete', { title: first?.title ?? '' })
    : t('acts:documents.deleteSeveral', { count: documents.length })
}
