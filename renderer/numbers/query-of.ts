import type { CountFilter } from '../../shared/contract.ts'
import { denialValue } from '../../shared/search/denial-ends.ts'
import { printValue } from '../../shared/search/print-query.ts'
import type { Facet } from '../../shared/search/query.ts'

/** The words of a search for what a filter counts. Facets of one kind are alternatives; different kinds go together. */
export function queryOf(
  filter: CountFilter,
  /** The name of a speaker by id. */
  speakerName: (id: string) => string,
): string {
  const named = (id: string) => ({ id, name: speakerName(id) })
  return [
    ...filter.labels.map((label) => facet('label', label)),
    ...filter.speakers.map((id) => facet('speaker', speakerName(id))),
    ...filter.sources.map((source) => facet('source', source)),
    ...filter.dates.map((date) => facet('date', date)),
    ...filter.annotators.map((annotator) => facet('annotator', annotator)),
    ...filter.denials.map(({ from, to }) => facet('denies', denialValue(named(from), named(to)))),
  ].join(' ')
}

function facet(name: Facet, value: string): string {
  return `${name}:${printValue(value)}`
}
