import type { Copies, DocumentSummary } from '../../../shared/contract.ts'
import { formatPercent } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Misplaced } from '../../../shared/text/copied-spans.ts'

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
  return likeness === 'similar'
    ? t('jobs:copies.similar', { percent: percentOf(similarity) })
    : t(`jobs:copies.${likeness}`)
}

/** Where a document is from, of when it is, and how much is tagged in it. */
export function carrierWords({ summary: { document, annotations } }: Carrier): string {
  return [
    document.source ?? '',
    document.date ?? '',
    t('common:amounts.annotation', { count: annotations }),
  ]
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
    t('jobs:copies.copies', { count: copies }),
    ...(least === undefined
      ? []
      : [
          least.likeness === 'similar' && copies > 1
            ? t('jobs:copies.atLeast', { percent: percentOf(least.similarity) })
            : likenessWords(least),
        ]),
    t('common:amounts.annotation', { count: tagged }),
  ].join(' · ')
}

/** Why an annotation has no place in a copy, after its words. */
export function misplacedWords(reason: Misplaced): string {
  return t(`jobs:carrying.misplaced.${reason}`)
}

/** What is only alike is never 100% the same. */
function percentOf(similarity: number): string {
  return formatPercent(Math.min(99, Math.floor(100 * similarity)) / 100)
}
