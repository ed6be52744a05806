import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { distinct } from '../../../shared/model/distinct.ts'
import type { Document } from '../../../shared/model/document.ts'
import type { Commit } from '../../../shared/model/journal.ts'
import { removeDocuments } from '../../../shared/model/replacement.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { missing } from './pair.ts'

/** Takes documents out with everything that hangs on them, as one entry. Their texts stay in the file, for undo. */
export function removeDocumentsFrom(
  file: ProjectFile,
  request: CallArguments<'documents.remove'>,
): Result<Commit> {
  return actOnce(file, request, () => {
    const wanted = new Set(request.documents)
    const documents = [...wanted].flatMap((id) => file.document(id) ?? [])
    if (documents.length < wanted.size) return missing('document')
    const changes = removeDocuments(documents, {
      annotations: documents.flatMap(({ id }) => file.annotations(id)),
      // One that joins two of the documents is found at both.
      relations: distinct(documents.flatMap(({ id }) => file.relationsOf(id))),
      suggestions: documents.flatMap(({ id }) => file.suggestions(id)),
    })
    return success({ summary: summaryOf(documents), changes })
  })
}

function summaryOf(documents: readonly Document[]): string {
  const [first, ...others] = documents
  return others.length === 0
    ? t('acts:documents.delete', { title: first?.title ?? '' })
    : t('acts:documents.deleteSeveral', { count: documents.length })
}
