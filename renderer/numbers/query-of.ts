import type { CountFilter } from '../../shared/contract.ts'

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

/** A value that is more than a plain word stands in quotation marks, with a backslash before those that are its own. */
function facet(name: string, value: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(value)
  return `${name}:${isPlain ? value : `"${value.replaceAll(/["\\]/g, '\\$&')}"`}`
}
