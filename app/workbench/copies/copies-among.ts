import type { Copies, DocumentSummary } from '../../../shared/contract.ts'
import { similarityOf } from './shingles.ts'

/** Documents whose texts are the same but for white space and case; the first is the one that was read. */
export type Edition = { readonly members: readonly DocumentSummary[] }

/** With the shingles of that text; `null` where there is nothing to compare it with. */
type ReadEdition = Edition & { readonly shingles: Uint32Array | null }

/** Says of the documents of alike editions how like they are to the one that comes first; `null` for one document. */
export function copiesAmong(editions: readonly ReadEdition[]): Copies | null {
  const all = editions.flatMap((edition) =>
    edition.members.map((summary) => ({ ...summary, edition })),
  )
  const [lead, ...others] = all.toSorted(compareLeads)
  if (lead === undefined || others.length === 0) return null
  const similarities = new Map(
    editions.map((edition) => [edition, similarityTo(lead.edition, edition)]),
  )
  const copies = others.map(({ document, edition }) => ({
    documentId: document.id,
    likeness:
      document.sha256 === lead.document.sha256
        ? ('sameText' as const)
        : edition === lead.edition
          ? ('sameWords' as const)
          : ('similar' as const),
    similarity: similarities.get(edition) ?? 0,
  }))
  const ranks = { sameText: 0, sameWords: 1, similar: 2 }
  return {
    documentId: lead.document.id,
    copies: copies.toSorted(
      (one, other) =>
        ranks[one.likeness] - ranks[other.likeness] || other.similarity - one.similarity,
    ),
  }
}

function similarityTo(one: ReadEdition, other: ReadEdition): number {
  if (one === other) return 1
  return one.shingles === null || other.shingles === null
    ? 0
    : similarityOf(one.shingles, other.shingles)
}

/** Most annotations first, then the earliest to be published, then the first to be added. */
function compareLeads(one: DocumentSummary, other: DocumentSummary): number {
  const [first, second] = [one.document.date ?? '9999', other.document.date ?? '9999']
  if (one.annotations !== other.annotations) return other.annotations - one.annotations
  if (first !== second) return first < second ? -1 : 1
  return one.document.id < other.document.id ? -1 : 1
}
