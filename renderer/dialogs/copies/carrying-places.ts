import type { Carrying, DocumentSummary } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { shownAround } from '../occurrences/occurrence-groups.ts'
import { misplacedWords } from './copies-words.ts'

/** A line of the preview: an annotation that would be added, or one that would not, and why. */
export type CarryingPlace = {
  /** That of the annotation to be added; else one of its own. */
  readonly id: string
  /** Id of its label. */
  readonly label: string
  readonly quote: string
  readonly before: string
  readonly after: string
  /** Why it is not added; `null` where it can be. */
  readonly remark: string | null
}

export type CarryingGroup = {
  readonly id: string
  readonly title: string
  readonly places: readonly CarryingPlace[]
}

/** The lines of the preview, document by document: what can be added first. `length` is that of the text carried from, in UTF-16 code units. */
export function groupCarryings(
  carryings: readonly Carrying[],
  documents: readonly DocumentSummary[],
  length: number,
): readonly CarryingGroup[] {
  const byId = new Map(documents.map(({ document }) => [document.id, document]))
  return carryings.map(({ documentId, added, standing, unfit }) => {
    const document = byId.get(documentId)
    return {
      id: documentId,
      title: document?.title ?? '',
      places: [
        ...added.map((shown) => placeOf(shown, document?.length ?? 0, shown.annotation.id, null)),
        ...unfit.map((shown, rank) =>
          placeOf(shown, length, `${documentId}/unfit/${rank}`, misplacedWords(shown.reason)),
        ),
        ...standing.map((shown, rank) =>
          placeOf(
            shown,
            document?.length ?? 0,
            `${documentId}/standing/${rank}`,
            t('jobs:carrying.there'),
          ),
        ),
      ],
    }
  })
}

function placeOf(
  { annotation, before, after }: Carrying['added'][number],
  length: number,
  id: string,
  remark: string | null,
): CarryingPlace {
  const { label, quote, spans } = annotation
  return {
    id,
    label,
    quote,
    remark,
    ...shownAround({ before, after, span: extentOf(spans) }, length),
  }
}
