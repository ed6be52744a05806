import type { DocumentSummary, Occurrence } from '../../../shared/contract.ts'

/** An occurrence with an id that tells it from every other one. */
export type Place = Occurrence & { readonly id: string }

/** The places in one document, in the order of its text. `id` is the document's. */
export type PlaceGroup = {
  readonly id: string
  readonly title: string
  readonly places: readonly Place[]
}

export function placesOf(occurrences: readonly Occurrence[]): readonly Place[] {
  return occurrences.map((one) => ({ ...one, id: `${one.documentId} ${one.span.start}` }))
}

/** Places by document, in the order in which they come. */
export function groupPlaces(
  places: readonly Place[],
  documents: readonly DocumentSummary[],
): readonly PlaceGroup[] {
  const titles = new Map(documents.map(({ document }) => [document.id, document.title]))
  return [...Map.groupBy(places, ({ documentId }) => documentId)].map(([id, inDocument]) => ({
    id,
    title: titles.get(id) ?? '',
    places: inDocument,
  }))
}
