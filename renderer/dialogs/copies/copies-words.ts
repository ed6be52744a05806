import type { Copies, DocumentSummary } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import type { Misplaced } from '../../../shared/text/copied-spans.ts'
import { countOf } from '../../commands/amounts.ts'

type Copy = Copies['copies'][number]

/** A document that carries an article; `copy` is `null` for the one that the others were compared with. */
export type Carrier = { readonly summary: DocumentSummary; readonly copy: Copy | null }

/** Those of the documents of an article that are still there. */
export function carriersOf(
  { documentId, copies }: Copies,
  documents: ReadonlyMap<string, DocumentSummary>,
): readonly Carrier[] {
  return [
    { documentId, copy: null },
    ...copies.map((copy) => ({ documentId: copy.documentId, copy })),
  ].flatMap(({ documentId: id, copy }) => {
    const summary = documents.get(id)
    return summary === undefined ? [] : [{ summary, copy }]
  })
}

/** How like a copy is to the article it was compared with. */
export function likenessWords({ likeness, similarity }: Copy): string {
  if (likeness === 'sameText') return 'same text'
  if (likeness === 'sameWords') return 'same words'
  return `${Math.min(99, Math.floor(100 * similarity))}% the same`
}

/** Where a document is from, of when it is, and how much is tagged in it. */
export function carrierWords({ summary: { document, annotations } }: Carrier): string {
  return [document.source ?? '', document.date ?? '', countOf(annotations, 'annotation')]
    .filter((fact) => fact !== '')
    .join(' · ')
}

/** What the copies of an article are, in a line. */
export function copiesWords(carriers: readonly Carrier[]): string {
  const copies = carriers.length - 1
  const least = carriers
    .flatMap(({ copy }) => copy ?? [])
    .toSorted(
      (one, other) => one.similarity - other.similarity || (one.likeness === 'sameWords' ? -1 : 1),
    )[0]
  const tagged = carriers.reduce((sum, { summary }) => sum + summary.annotations, 0)
  return [
    copies === 1 ? '1 copy' : `${formatNumber(copies)} copies`,
    ...(least === undefined
      ? []
      : [
          least.likeness === 'similar' && copies > 1
            ? `at least ${likenessWords(least)}`
            : likenessWords(least),
        ]),
    countOf(tagged, 'annotation'),
  ].join(' · ')
}

/** Why an annotation has no place in a copy, after its words. */
export const misplacedWords: Readonly<Record<Misplaced, string>> = {
  differs: 'does not fit: other words there',
  ambiguous: 'does not fit: in several places',
  surroundingsDiffer: 'does not fit: other words around it',
  splitsGrapheme: 'does not fit: part of a character',
}
