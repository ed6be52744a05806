import type { CountFilter } from '../../shared/contract.ts'
import { printValue } from '../../shared/search/print-query.ts'
import type { Facet } from '../../shared/search/query.ts'

/**
 * The words of a search for what a filter counts. Facets of one kind are alternatives; different kinds go together. The
 * search cannot ask whom a denial is against: a pair becomes every denial by whoever denies.
 */
export function queryOf(
  filter: CountFilter,
  /** The name of a speaker by id. */
  speakerName: (id: string) => string,
): string {
  const deniers = [...new Set(filter.denials.map(({ from }) => from))]
  const speakers = [...new Set([...filter.speakers, ...deniers])]
  return [
    ...filter.labels.map((label) => facet('label', label)),
    ...speakers.map((id) => facet('speaker', speakerName(id))),
    ...filter.sources.map((source) => facet('source', source)),
    ...filter.dates.map((date) => facet('date', date)),
    ...filter.annotators.map((annotator) => facet('annotator', annotator)),
    ...(deniers.length === 0 ? [] : [facet('relation', 'denies')]),
  ].join(' ')
}

function facet(name: Facet, value: string): string {
  return `${name}:${printValue(value)}`
}
