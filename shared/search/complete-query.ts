import { foldForSearch } from '../text/folding.ts'
import { lastEndOf } from './denial-ends.ts'
import { printValue } from './print-query.ts'
import { facetNamed, facets, type Facet } from './query.ts'

/** The values that each facet may have in a project, as they are read; those of `date` are anybody’s. */
export type FacetValues = Readonly<Partial<Record<Facet, readonly string[]>>>

/** What could stand in place of what is being typed: UTF-16 code units of it. */
export type Completion = {
  readonly start: number
  readonly end: number
  readonly options: readonly { readonly text: string; readonly name: string }[]
}

const mostOptions = 8

/** What could be meant by the piece of a query before the caret: facets by their beginning, and their values. `null` for nothing. */
export function completeQuery(
  typed: string,
  caret: number,
  values: FacetValues,
): Completion | null {
  const piece = /(?:^|\s)-?((?:(\p{L}+):)?("[^"]*|[^\s"]*))$/u.exec(typed.slice(0, caret))
  if (piece === null) return null
  const [, whole = '', name, rest = ''] = piece
  const start = caret - whole.length
  const options = name === undefined ? facetOptions(rest) : valueOptions(name, rest, values)
  return options.length === 0 ? null : { start, end: caret, options }
}

function facetOptions(begun: string): Completion['options'] {
  if (begun === '') return []
  const wanted = begun.toLowerCase()
  return facets
    .filter((facet) => facet.startsWith(wanted))
    .map((facet) => ({ text: `${facet}:`, name: `${facet}:` }))
}

function valueOptions(name: string, begun: string, values: FacetValues): Completion['options'] {
  const facet = facetNamed(name)
  if (facet === null) return []
  const typed = begun.replace(/^"/, '')
  const { before, begun: last } =
    facet === 'denies' ? lastEndOf(typed) : { before: '', begun: typed }
  const wanted = foldForSearch(last)
  return (values[facet] ?? [])
    .filter((value) => foldForSearch(value).includes(wanted) && foldForSearch(value) !== wanted)
    .slice(0, mostOptions)
    .map((value) => ({ text: `${facet}:${printValue(before + value)} `, name: before + value }))
}
