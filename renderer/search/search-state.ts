import type { FacetCounts, SearchOrder, SearchProgress, SearchRow } from '../../shared/contract.ts'
import type { QueryFault } from '../../shared/search/parse-query.ts'
import type { Span } from '../../shared/text/span.ts'
import { currentMatchOf, matchesOf, type FindState } from '../find/find-state.ts'

/** Searching the whole project. */
export type SearchState = {
  /** Whether the results are shown in place of the desk. */
  readonly open: boolean
  /** What stands in the box. */
  readonly typed: string
  readonly order: SearchOrder
  /** What the last search was for, and the newest journal entry at that time; `null` before the first one. */
  readonly asked: {
    readonly query: string
    readonly order: SearchOrder
    readonly seq: number
  } | null
  /** Why what stands in the box was not searched for. */
  readonly fault: QueryFault | null
  readonly progress: SearchProgress | null
  readonly counts: FacetCounts | null
  /** The search that `counts` are of; those of an earlier one stay until there are others. */
  readonly counted: number | null
  /** The rows that are here, by their place; the others are asked for as they come into view. */
  readonly rows: ReadonlyMap<number, SearchRow>
  /** The row that the keyboard is at; -1 for none. */
  readonly current: number
  /** Rows that were chosen to be tagged. */
  readonly chosen: ReadonlySet<number>
  /** Earlier queries of this page, the latest first. */
  readonly history: readonly string[]
  /** What was found in the document that a result led to, and which of it. */
  readonly painted: {
    readonly documentId: string
    readonly spans: readonly Span[]
    readonly current: Span | null
  } | null
}

export const initialSearch: SearchState = {
  open: false,
  typed: '',
  order: 'document',
  asked: null,
  fault: null,
  progress: null,
  counts: null,
  counted: null,
  rows: new Map(),
  current: -1,
  chosen: new Set(),
  history: [],
  painted: null,
}

type Painting = {
  readonly find: FindState
  readonly search: SearchState
  readonly document: { readonly text: string; readonly document: { readonly id: string } } | null
}

const nothing: readonly Span[] = []

/** What is painted as found in the open document: by the find bar while that is open, else by the search. */
export function foundSpansOf(state: Painting): readonly Span[] {
  if (state.find.open) return matchesOf(state)
  return paintedHere(state)?.spans ?? nothing
}

/** The one of them that is gone on from. */
export function currentFoundOf(state: Painting): Span | null {
  return state.find.open ? currentMatchOf(state) : (paintedHere(state)?.current ?? null)
}

function paintedHere({ search, document }: Painting): SearchState['painted'] {
  return search.painted?.documentId === document?.document.id ? search.painted : null
}
