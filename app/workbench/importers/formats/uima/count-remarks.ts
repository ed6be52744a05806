import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { remark } from '../../landing/landing.ts'

/** Things that share a reason, told in one remark with their number and the place of the first. */
export type CountedRemarks = {
  readonly add: (words: CountedWords, place: string) => void
  readonly remarks: () => readonly Remark[]
}

/** A sentence in two parts: `3` goes before or between them. */
type CountedWords = { readonly one: string; readonly many: (count: number) => string }

export function countRemarks(): CountedRemarks {
  const counted = new Map<string, { words: CountedWords; place: string; count: number }>()
  return {
    add: (words, place) => {
      const known = counted.get(words.one)
      if (known === undefined) counted.set(words.one, { words, place, count: 1 })
      else known.count += 1
    },
    remarks: () =>
      [...counted.values()].map(({ words, place, count }) =>
        remark({
          thing: 'other',
          place,
          code: 'notHeld',
          reason: count === 1 ? words.one : words.many(count),
          found: `${count}`,
        }),
      ),
  }
}
