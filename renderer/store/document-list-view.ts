import type { DocumentStatus, ListedDocument } from '../../shared/model/document.ts'
import { foldForSearch, searchWords } from '../../shared/text/folding.ts'

/** Which documents of the project the list shows. */
export type DocumentListView = {
  /** Words that title, source and author together must hold, whatever their case; none lets everything through. */
  readonly query: string
  /** `null` for any. */
  readonly status: DocumentStatus | null
}

export const plainDocumentListView: DocumentListView = { query: '', status: null }

type Listed = Pick<ListedDocument, 'title' | 'source' | 'author' | 'status'>

/** The documents that a view shows, in the order of the project; without filters they are the same list. */
export function viewDocuments<Thing extends Listed>(
  documents: readonly Thing[],
  { query, status }: DocumentListView,
): readonly Thing[] {
  const words = searchWords(query)
  if (words.length === 0 && status === null) return documents
  return documents.filter(
    (document) =>
      (status === null || document.status === status) &&
      (words.length === 0 || holdsAll(document, words)),
  )
}

function holdsAll({ title, source, author }: Listed, words: readonly string[]): boolean {
  const text = foldForSearch([title, source ?? '', author ?? ''].join('\n'))
  return words.every((word) => text.includes(word))
}
