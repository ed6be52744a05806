import type { DocumentSummary } from '../../shared/contract.ts'
import { documentStatuses, type ListedDocument } from '../../shared/model/document.ts'
import { collator } from './document-order.ts'

export const documentGroupings = [
  'status',
  'source',
  'month',
  'language',
  'assignee',
  'tags',
] as const
export type DocumentGrouping = (typeof documentGroupings)[number]

/** Documents that share something. */
export type DocumentGroup = {
  /** What they share, as it is stored; of tags all of them, joined; empty where it is not said. */
  readonly value: string
  readonly documents: readonly DocumentSummary[]
}

/**
 * Parts documents by something they share, each into one group, so that counts add up; in a group they keep their order.
 * Groups stand in the order of their values; that of documents of which it is not said comes last.
 */
export function groupDocuments(
  documents: readonly DocumentSummary[],
  by: DocumentGrouping,
): readonly DocumentGroup[] {
  const groups = Map.groupBy(documents, ({ document }) => valueOf(document, by))
  return Array.from(groups, ([value, some]) => ({ value, documents: some })).toSorted(
    (one, other) =>
      Number(one.value === '') - Number(other.value === '') || compare(one.value, other.value, by),
  )
}

function compare(one: string, other: string, by: DocumentGrouping): number {
  if (by !== 'status') return collator.compare(one, other)
  const places: readonly string[] = documentStatuses
  return places.indexOf(one) - places.indexOf(other)
}

function valueOf(document: ListedDocument, by: DocumentGrouping): string {
  switch (by) {
    case 'month':
      // What is no ISO date has no month.
      return /^\d{4}-\d{2}/.exec(document.date ?? '')?.[0] ?? ''
    case 'tags':
      return document.tags.toSorted(collator.compare).join(', ')
    case 'status':
    case 'source':
    case 'language':
    case 'assignee':
      return document[by] ?? ''
  }
}
