import { maxFacetValues, type FacetCounts } from '../../../shared/contract.ts'
import {
  annotationFacets,
  conditions,
  documentFacets,
  parts,
  type AnnotationFacet,
  type DocumentFacet,
  type Facet,
} from '../../../shared/search/query.ts'
import type { NamedColumn } from './annotation-columns.ts'
import { attributePairs } from './facet-tests.ts'
import type { IndexedDocument, ProjectIndex } from './project-index.ts'

/**
 * Counts what is found by the values of each facet. What fails the one clause about a facet alone counts for that facet: its
 * counts say what there would be with another of its values.
 */
export type FacetTally = {
  /** `only` is the facet that it counts for; `null` for all. Annotations by their place in the columns. */
  readonly annotation: (annotation: number, only: Facet | null) => void
  readonly document: (document: IndexedDocument, only: Facet | null) => void
  readonly counts: () => FacetCounts
}

const columnOf = {
  label: 'label',
  speaker: 'chain',
  attribute: 'attributes',
  relation: 'related',
  annotator: 'annotator',
} as const satisfies Record<Exclude<AnnotationFacet, 'has'>, NamedColumn>
const counted = ['label', 'speaker', 'attribute', 'relation', 'annotator'] as const

export function createFacetTally(index: ProjectIndex): FacetTally {
  const columns = index.annotations()
  const tallies = counted.map((facet) => {
    const dictionary = columns.dictionary(columnOf[facet])
    return {
      facet,
      values: dictionary.values,
      numbers: columns.numbers(columnOf[facet]),
      counts: new Uint32Array(dictionary.values.length),
    }
  })
  const speakers = new Map(index.speakers().map(({ id, name }) => [id, name]))
  const noted = columns.numbers('noted')
  let notes = 0
  const ofDocuments = new Map<DocumentFacet, Map<string, number>>()

  function add(facet: DocumentFacet, value: string): void {
    const values = ofDocuments.get(facet) ?? new Map<string, number>()
    values.set(value, (values.get(value) ?? 0) + 1)
    ofDocuments.set(facet, values)
  }

  function valuesOf(facet: Facet): ReadonlyMap<string, number> {
    const sums = new Map<string, number>()
    const sum = (value: string, count: number): void => {
      if (count > 0) sums.set(value, (sums.get(value) ?? 0) + count)
    }
    if (facet === 'has') {
      sum('note', notes)
      for (const { facet: part, values, counts } of tallies) {
        if (part === 'label' || part === 'annotator') continue
        for (const [number, value] of values.entries()) {
          if (value !== '' && value !== '{}') sum(part, counts[number] ?? 0)
        }
      }
      return inOrder(sums, parts)
    }
    const tally = tallies.find((one) => one.facet === facet)
    if (tally !== undefined) {
      for (const [number, value] of tally.values.entries()) {
        const count = tally.counts[number] ?? 0
        if (count === 0) continue
        for (const one of namesIn(speakers, tally.facet, value)) sum(one, count)
      }
      return byCount(sums)
    }
    const ofDocument = documentFacets.find((one) => one === facet)
    const found = (ofDocument === undefined ? undefined : ofDocuments.get(ofDocument)) ?? sums
    if (facet === 'date') return byYear(found)
    return facet === 'is' ? inOrder(found, conditions) : byCount(found)
  }

  return {
    annotation: (annotation, only) => {
      // Half a million of them come by here.
      for (let place = 0; place < tallies.length; place += 1) {
        const tally = tallies[place]
        if (tally === undefined || (only !== null && only !== tally.facet)) continue
        const number = tally.numbers[annotation] ?? 0
        tally.counts[number] = (tally.counts[number] ?? 0) + 1
      }
      if (only === null || only === 'has') notes += noted[annotation] ?? 0
    },
    document: (document, only) => {
      const wants = (facet: DocumentFacet): boolean => only === null || only === facet
      if (wants('source') && document.source !== null) add('source', document.source)
      if (wants('language') && document.language !== null) add('language', document.language)
      if (wants('assignee') && document.assignee !== null) add('assignee', document.assignee)
      if (wants('status')) add('status', document.status)
      if (wants('is')) add('is', document.to > document.from ? 'tagged' : 'untagged')
      if (wants('tag')) for (const tag of document.tags) add('tag', tag)
      const month = wants('date') ? /^\d{4}(?:-\d{2})?/.exec(document.date ?? '')?.[0] : undefined
      if (month !== undefined) add('date', month)
    },
    counts: () =>
      [...annotationFacets, ...documentFacets].flatMap((facet) => {
        const values = [...valuesOf(facet)]
        if (values.length === 0) return []
        return [
          {
            facet,
            of: documentFacets.some((one) => one === facet)
              ? ('documents' as const)
              : ('annotations' as const),
            values: values.slice(0, maxFacetValues).map(([value, count]) => ({
              value,
              name: nameOf(index, facet, value),
              count,
            })),
            more: Math.max(0, values.length - maxFacetValues),
          },
        ]
      }),
  }
}

/** Values of a query that an entry of a dictionary stands for. */
function namesIn(
  speakers: ReadonlyMap<string, string>,
  facet: keyof typeof columnOf,
  entry: string,
) {
  switch (facet) {
    case 'attribute':
      return attributePairs(entry)
    case 'relation':
      return entry.split('\n').filter(Boolean)
    case 'speaker':
      return new Set(entry.split(' ').flatMap((id) => speakers.get(id) ?? []))
    case 'label':
    case 'annotator':
      return entry === '' ? [] : [entry]
  }
}

function nameOf(index: ProjectIndex, facet: Facet, value: string): string {
  const things =
    facet === 'label' ? index.labels() : facet === 'relation' ? index.relationTypes() : []
  return things.find(({ id }) => id === value)?.name ?? value
}

function byCount(values: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...values].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)))
}

/** Years, the latest first; the months where there is one year. */
function byYear(months: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const years = new Map<string, number>()
  for (const [month, count] of months) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return new Map(
    [...(years.size === 1 ? months : years)].toSorted(([one], [other]) => (one < other ? 1 : -1)),
  )
}

function inOrder(
  values: ReadonlyMap<string, number>,
  order: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    order.flatMap((value) => (values.has(value) ? [[value, values.get(value) ?? 0]] : [])),
  )
}
