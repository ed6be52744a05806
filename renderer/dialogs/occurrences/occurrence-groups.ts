import type { DocumentSummary, Occurrence } from '../../../shared/contract.ts'

/** An occurrence with an id that tells it from every other one. */
export type Place = Occurrence & { readonly id: string }

/** The places in one document, in the order of its text. `id` is the document's. */
export type PlaceGroup = {
  readonly id: string
  readonly title: string
  /** Of its text, in UTF-16 code units. */
  readonly length: number
  readonly places: readonly Place[]
}

export function placesOf(occurrences: readonly Occurrence[]): readonly Place[] {
  return occurrences.map((one) => ({ ...one, id: `${one.documentId} ${one.span.start}` }))
}

/**
 * What stands before a place and after it, by whole words, with `…` where the text goes on. `length` is that of the text,
 * in UTF-16 code units.
 */
export function shownAround(
  { before, after, span }: Pick<Occurrence, 'before' | 'after' | 'span'>,
  length: number,
): { readonly before: string; readonly after: string } {
  return {
    before: before.length === span.start ? before : `…${before.replace(/^\S*\s+(?=\S)/u, '')}`,
    after: span.end + after.length === length ? after : `${after.replace(/(?<=\S)\s+\S*$/u, '')}…`,
  }
}

/** Places by document, in the order in which they come. */
export function groupPlaces(
  places: readonly Place[],
  documents: readonly DocumentSummary[],
): readonly PlaceGroup[] {
  const byId = new Map(documents.map(({ document }) => [document.id, document]))
  return [...Map.groupBy(places, ({ documentId }) => documentId)].map(([id, inDocument]) => ({
    id,
    title: byId.get(id)?.title ?? '',
    length: byId.get(id)?.length ?? 0,
    places: inDocument,
  }))
}
