import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { DatasetDocument } from '../../dataset.ts'
import { verbatimTypes } from './verbatim-types.ts'

/** Annotations that UIMA shows as several. */
export function piecesRemarks({ annotations }: DatasetDocument): readonly Remark[] {
  return annotations.flatMap(({ id, spans: { length } }): readonly Remark[] => {
    if (length === 1) return []
    const reason = t('formats:changed.uimaPieces', {
      count: length,
      type: verbatimTypes.continuation,
    })
    return [changeRemark({ thing: 'annotation', id, code: 'notHeld', reason })]
  })
}

export function changeRemark(
  given: Pick<Remark, 'thing' | 'id' | 'code' | 'reason'> & Partial<Remark>,
): Remark {
  return { place: null, expected: null, found: null, ...given }
}
