import type { CallArguments } from '../../../shared/contract.ts'
import { editDocuments, type DocumentEdit } from '../../../shared/model/document-edit.ts'
import type { Document, DocumentStatus } from '../../../shared/model/document.ts'
import type { Commit } from '../../../shared/model/journal.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { missing } from './pair.ts'

const statusWords: Readonly<Record<DocumentStatus, string>> = {
  todo: 'to do',
  inProgress: 'in progress',
  done: 'done',
  setAside: 'set aside',
}

/** Says the same of several documents, as one entry. `null` where nothing changes; sent again it answers as it did. */
export function editDocumentsIn(
  file: ProjectFile,
  { id, annotator, documents: ids, edit }: CallArguments<'documents.edit'>,
): Result<Commit | null> {
  const known = file.committed(id)
  if (known !== null) return success(known)
  const wanted = new Set(ids)
  const documents = [...wanted].flatMap((one) => file.document(one) ?? [])
  if (documents.length < wanted.size) return missing('document')
  const changes = editDocuments(documents, edit)
  if (changes.length === 0) return success(null)
  return file.commit({ id, annotator, summary: summaryOf(documents, edit), changes })
}

function summaryOf(documents: readonly Document[], edit: DocumentEdit): string {
  const [first, ...others] = documents
  const which =
    others.length === 0
      ? `“${first?.title ?? ''}”`
      : `${documents.length.toLocaleString('en')} documents`
  switch (edit.kind) {
    case 'rename':
      return `Rename ${which}`
    case 'status':
      return `Mark ${which} as ${statusWords[edit.status]}`
    case 'assign':
      return edit.assignee === null
        ? `Assign ${which} to nobody`
        : `Assign ${which} to ${edit.assignee}`
    case 'addTag':
      return `Tag ${which} “${edit.tag}”`
    case 'removeTag':
      return `Remove the tag “${edit.tag}” from ${which}`
  }
}
