import type { DocumentSummary } from '../../shared/contract.ts'
import { documentStatuses } from '../../shared/model/document.ts'

/** What the table tells of each document, in the order of its columns. */
export const documentColumns = [
  'title',
  'status',
  'source',
  'date',
  'language',
  'words',
  'annotations',
  'assignee',
  'tags',
] as const
export type DocumentColumn = (typeof documentColumns)[number]

export type DocumentOrder = { readonly by: DocumentColumn; readonly descending: boolean }

/** As people sort: 2 before 10, whatever the case and accents. */
export const collator = new Intl.Collator(undefined, { numeric: true })

/** Documents by one column. Those that tie keep their order, and those of which it is not said come last, either way round. */
export function orderDocuments(
  documents: readonly DocumentSummary[],
  order: DocumentOrder | null,
): readonly DocumentSummary[] {
  if (order === null) return documents
  const ranked = rank(documents, order.by)
  const sign = order.descending ? -1 : 1
  return ranked
    .toSorted((one, other) => {
      if (one.rank === null || other.rank === null) {
        return Number(one.rank === null) - Number(other.rank === null)
      }
      return sign * (one.rank - other.rank)
    })
    .map(({ summary }) => summary)
}

type Ranked = { readonly summary: DocumentSummary; readonly rank: number | null }

/** Comparing words costs much more than comparing numbers, and many documents share theirs: each word is placed once. */
function rank(documents: readonly DocumentSummary[], by: DocumentColumn): readonly Ranked[] {
  const values = documents.map((summary) => valueOf(summary, by))
  const words = new Set(values.filter((value) => typeof value === 'string'))
  const places = new Map<string, number>()
  let place = 0
  let before: string | null = null
  for (const word of [...words].toSorted(collator.compare)) {
    if (before !== null && collator.compare(before, word) !== 0) place += 1
    places.set(word, place)
    before = word
  }
  return documents.map((summary, index) => {
    const value = values[index] ?? null
    return { summary, rank: typeof value === 'string' ? (places.get(value) ?? null) : value }
  })
}

function valueOf(
  { document, annotations }: DocumentSummary,
  by: DocumentColumn,
): string | number | null {
  switch (by) {
    case 'status':
      return documentStatuses.indexOf(document.status)
    case 'words':
      return document.words
    case 'annotations':
      return annotations
    case 'tags':
      return document.tags.length === 0 ? null : document.tags.join('\n')
    case 'title':
    case 'source':
    case 'date':
    case 'language':
    case 'assignee':
      return document[by]
  }
}
