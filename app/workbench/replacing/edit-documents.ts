import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { editDocuments, type DocumentEdit } from '../../../shared/model/document-edit.ts'
import type { Document } from '../../../shared/model/document.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ActingProject } from '../project/project-file.ts'
import { missing } from './pair.ts'

/** Says the same of several documents, as one entry. `null` where nothing changes; sent again it answers as it did. */
export function editDocumentsIn<Done>(
  file: ActingProject<Done>,
  { id, annotator, documents: ids, edit }: CallArguments<'documents.edit'>,
): Result<Done | null> {
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
  return others.length === 0
    ? summaryOfOne(first?.title ?? '', edit)
    : summaryOfSeveral(documents.length, edit)
}

function summaryOfOne(title: string, edit: DocumentEdit): string {
  switch (edit.kind) {
    case 'rename':
      return t('acts:documents.rename', { title })
    case 'status':
      return t(`acts:documents.mark.${edit.status}`, { title })
    case 'assign':
      return edit.assignee === null
        ? t('acts:documents.assignToNobody', { title })
        : t('acts:documents.assign', { title, assignee: edit.assignee })
    case 'addTag':
      return t('acts:documents.addTag', { title, tag: edit.tag })
    case 'removeTag':
      return t('acts:documents.removeTag', { title, tag: edit.tag })
  }
}

function summaryOfSeveral(count: number, edit: DocumentEdit): string {
  switch (edit.kind) {
    case 'rename':
      return t('acts:documents.renameSeveral', { count })
    case 'status':
      return t(`acts:documents.markSeveral.${edit.status}`, { count })
    case 'assign':
      return edit.assignee === null
        ? t('acts:documents.assignSeveralToNobody', { count })
        : t('acts:documents.assignSeveral', { count, assignee: edit.assignee })
    case 'addTag':
      return t('acts:documents.addTagToSeveral', { count, tag: edit.tag })
    case 'removeTag':
      return t('acts:documents.removeTagFromSeveral', { count, tag: edit.tag })
  }
}
