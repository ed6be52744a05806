import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { remark } from '../../landing/landing.ts'

/** Things that share a reason, told in one remark with their number and the place of the first. */
export type CountedRemarks = {
  readonly add: (reason: CountedReason, values: CountedValues, place: string) => void
  readonly remarks: () => readonly Remark[]
}

type CountedReason =
  | 'leftOut'
  | 'lostReference'
  | 'noAnnotation'
  | 'relationFeature'
  | 'relationLeftOut'
  | 'undescribed'
  | 'unindexed'

/** What of the file the sentence names: a layer or type, and a feature of it. */
type CountedValues = { readonly name: string; readonly feature?: string }

export function countRemarks(): CountedRemarks {
  const counted = new Map<
    string,
    { reason: CountedReason; values: CountedValues; place: string; count: number }
  >()
  return {
    add: (reason, values, place) => {
      const key = [reason, values.name, values.feature].join('\n')
      const known = counted.get(key)
      if (known === undefined) counted.set(key, { reason, values, place, count: 1 })
      else known.count += 1
    },
    remarks: () =>
      [...counted.values()].map(({ reason, values, place, count }) =>
        remark({
          thing: 'other',
          place,
          code: 'notHeld',
          reason: t(`remarks:uima.counted.${reason}`, { ...values, count }),
          found: `${count}`,
        }),
      ),
  }
}
