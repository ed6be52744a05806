import type { CountRequest, WordCounts } from '../../../shared/contract.ts'
import type { Counting } from './counting.ts'

/** Asks until every text is read. */
export function allWords(
  counting: Counting,
  { filter, denies }: Pick<CountRequest, 'filter' | 'denies'>,
): WordCounts {
  for (;;) {
    const words = counting.words({ filter, denies })
    if (words !== null) return words
  }
}
