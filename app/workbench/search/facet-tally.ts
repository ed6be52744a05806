import { maxFacetValues, type FacetCounts } from '../../../shared/contract.ts'
import type { Denial } from '../../../shared/model/denial.ts'
import { nameAtEnd } from '../../../shared/search/denial-ends.ts'
import {
  annotationFacets,
  conditions,
  documentFacets,
  isAnnotationFacet,
  parts,
  type AnnotationFacet,
  type Facet,
} from '../../../shared/search/query.ts'
import type { NumberColumn } from './annotation-columns.ts'
import { documentValueOf } from './document-values.ts'
import { attributePairs } from './facet-tests.ts'
import type { IndexedDocument, ProjectIndex } from './project-index.ts'
import { deniedIn, isDenied, relatedIn } from './related.ts'

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

/** What the values of each facet are told by. */
const columnsOf = {
  label: ['label'],
  speaker: ['chain'],
  attribute: ['attributes'],
  relation: ['related'],
  denies: ['related'],
  annotator: ['annotator'],
  has: ['chain', 'attributes', 'related', 'noted'],
} as const satisfies Record<AnnotationFacet, readonly NumberColumn[]>
type CountedColumn = (typeof columnsOf)[AnnotationFacet][number]
const allColumns = ['label', 'chain', 'attributes', 'related', 'annotator', 'noted'] as const

/** How many annotations have each value of a column. */
type ColumnTally = {
  readonly column: CountedColumn
  readonly values: readonly string[]
  readonly numbers: Uint32Array
  readonly counts: Uint32Array
}

export function createFacetTally(index: ProjectIndex): FacetTally {
  const columns = index.annotations()
  const tallyOf = (column: CountedColumn): ColumnTally => {
    const values = column === 'noted' ? ['', 'note'] : columns.dictionary(column).values
    const counts = new Uint32Array(values.length)
    return { column, values, numbers: columns.numbers(column), counts }
  }
  /** Of what fits the whole query … */
  const fitting = allColumns.map(tallyOf)
  /** … and of what fits all but the clause about one facet. */
  const besides = new Map<Facet, readonly ColumnTally[]>()
  const denial = index.denial()
  const speakers = new Map(index.speakers().map((speaker) => [speaker.id, speaker]))
  const documentValues = index.documentValues.values.map(documentValueOf)
  const ofDocuments = new Uint32Array(documentValues.length)
  const ofConditions = { tagged: 0, untagged: 0 }

  function besidesOf(facet: Facet): readonly ColumnTally[] {
    const known = besides.get(facet)
    if (known !== undefined) return known
    const made = isAnnotationFacet(facet) ? columnsOf[facet].map(tallyOf) : []
    besides.set(facet, made)
    return made
  }

  /** Values of a query that an entry of a column stands for. */
  function valuesIn(
    facet: AnnotationFacet,
    column: CountedColumn,
    entry: string,
  ): Iterable<string> {
    switch (facet) {
      case 'label':
      case 'annotator':
        return entry === '' ? [] : [entry]
      case 'speaker':
        return new Set(entry.split(' ').flatMap((id) => speakers.get(id)?.name ?? []))
      case 'attribute':
        return attributePairs(entry)
      case 'relation':
        return new Set(relatedIn(entry).map(({ type }) => type))
      case 'denies': {
        const denied = deniedIn(entry, denial).flatMap((id) => speakers.get(id ?? '') ?? [])
        return new Set(denied.map(nameAtEnd))
      }
      case 'has':
        return partsIn(column, entry, denial)
    }
  }

  function valuesOf(facet: Facet): ReadonlyMap<string, number> {
    const sums = new Map<string, number>()
    const sum = (value: string, count: number): void => {
      sums.set(value, (sums.get(value) ?? 0) + count)
    }
    if (isAnnotationFacet(facet)) {
      const wanted: readonly CountedColumn[] = columnsOf[facet]
      for (const { column, values, counts } of [...fitting, ...(besides.get(facet) ?? [])]) {
        if (!wanted.includes(column)) continue
        for (const [number, entry] of values.entries()) {
          const count = counts[number] ?? 0
          if (count > 0) for (const value of valuesIn(facet, column, entry)) sum(value, count)
        }
      }
      return facet === 'has' ? inOrder(sums, parts) : byCount(sums)
    }
    if (facet === 'is') {
      for (const condition of conditions) {
        if (ofConditions[condition] > 0) sum(condition, ofConditions[condition])
      }
      return sums
    }
    for (const [number, one] of documentValues.entries()) {
      const count = ofDocuments[number] ?? 0
      if (one.facet === facet && count > 0) sum(one.value, count)
    }
    return facet === 'date' ? byYear(sums) : byCount(sums)
  }

  return {
    annotation: (annotation, only) => {
      const tallies = only === null ? fitting : besidesOf(only)
      // Half a million of them come by here.
      for (let place = 0; place < tallies.length; place += 1) {
        const tally = tallies[place]
        if (tally === undefined) continue
        const number = tally.numbers[annotation] ?? 0
        tally.counts[number] = (tally.counts[number] ?? 0) + 1
      }
    },
    document: ({ values, from, to }, only) => {
      for (let place = 0; place < values.length; place += 1) {
        const number = values[place] ?? 0
        if (only !== null && only !== documentValues[number]?.facet) continue
        ofDocuments[number] = (ofDocuments[number] ?? 0) + 1
      }
      if (only === null || only === 'is') ofConditions[to > from ? 'tagged' : 'untagged'] += 1
    },
    counts: () =>
      [...annotationFacets, ...documentFacets].flatMap((facet) => {
        const values = [...valuesOf(facet)]
        if (values.length === 0) return []
        return [
          {
            facet,
            of: isAnnotationFacet(facet) ? ('annotations' as const) : ('documents' as const),
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

/** What an entry of a column that `has:` is told by stands for. */
function partsIn(
  column: CountedColumn,
  entry: string,
  denial: Denial | null,
): readonly (typeof parts)[number][] {
  if (entry === '' || entry === '{}') return []
  if (column === 'chain') return ['speaker']
  if (column === 'attributes') return ['attribute']
  if (column === 'noted') return ['note']
  return isDenied(entry, denial) ? ['relation', 'denial'] : ['relation']
}

function nameOf(index: ProjectIndex, facet: Facet, value: string): string {
  const things: readonly { readonly id: string; readonly name: string }[] =
    facet === 'label'
      ? index.labels()
      : facet === 'relation'
        ? index.relationTypes()
        : facet === 'denies'
          ? index.speakers()
          : []
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
