import type { DocumentSummary } from '../../shared/contract.ts'
import { countLeading } from '../../shared/text/binary-search.ts'

/** Where in the list of documents one is, which goes by id; -1 where it is not. Without going through all of them. */
export function documentPlace(documents: readonly DocumentSummary[], id: string): number {
  const place = countLeading(documents.length, (rank) => (documents[rank]?.document.id ?? '') < id)
  return documents[place]?.document.id === id ? place : -1
}
