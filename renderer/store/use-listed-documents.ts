import { useMemo } from 'react'

import type { DocumentSummary } from '../../shared/contract.ts'
import { groupDocuments, type DocumentGroup } from './document-groups.ts'
import { dependsOnCounts, filterDocuments } from './document-list-view.ts'
import { orderDocuments } from './document-order.ts'
import { documentsOf } from './selectors.ts'
import { useWorkbenchAfterPaint } from './use-session.ts'

/**
 * The documents that the view shows, in its order and groups; one group of all where there are none. A tag changes
 * nothing of it unless the view asks for counts; a filter does not sort anew.
 */
export function useListedDocuments(): readonly DocumentGroup[] {
  const view = useWorkbenchAfterPaint(({ documentListView }) => documentListView)
  const documents = useWorkbenchAfterPaint(documentsOf)
  const counted = useWorkbenchAfterPaint(({ project, documentListView }) =>
    dependsOnCounts(documentListView) ? (project?.documents ?? none) : null,
  )
  const { order, group } = view
  const ordered = useMemo(
    () => orderDocuments(counted ?? documents.map(withoutCounts), order),
    [counted, documents, order],
  )
  const shown = useMemo(() => filterDocuments(ordered, view), [ordered, view])
  return useMemo(
    () => (group === null ? [{ value: '', documents: shown }] : groupDocuments(shown, group)),
    [shown, group],
  )
}

const none: readonly DocumentSummary[] = []

function withoutCounts(document: DocumentSummary['document']): DocumentSummary {
  return { document, annotations: 0, suggestions: 0 }
}
