import type { Counts, Report } from '../../../shared/exchange/report.ts'

export type Sum = { readonly name: string; readonly counts: Counts }

/** What was read of each kind of thing and what became of it; kinds that did not occur are left out. */
export function sumsOf({ documents, annotations, relations, suggestions }: Report): readonly Sum[] {
  return [
    { name: 'Documents', counts: documents },
    { name: 'Annotations', counts: annotations },
    { name: 'Relations', counts: relations },
    { name: 'Suggestions', counts: suggestions },
  ].filter(({ counts }) => counts.read > 0)
}
