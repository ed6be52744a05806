import type { Counts, Report } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'

export type Sum = { readonly name: string; readonly counts: Counts }

/** What was read of each kind of thing and what became of it; kinds that did not occur are left out. */
export function sumsOf({ documents, annotations, relations, suggestions }: Report): readonly Sum[] {
  return [
    { name: t('jobs:report.sums.documents'), counts: documents },
    { name: t('jobs:report.sums.annotations'), counts: annotations },
    { name: t('jobs:report.sums.relations'), counts: relations },
    { name: t('jobs:report.sums.suggestions'), counts: suggestions },
  ].filter(({ counts }) => counts.read > 0)
}
