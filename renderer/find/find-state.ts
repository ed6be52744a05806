import type { Result } from '../../shared/result.ts'
import type { Matches, TextQuery } from '../../shared/text/matches.ts'
import type { Span } from '../../shared/text/span.ts'

/** Most matches that are shown at once. */
export const maxMatches = 10_000

/** Finding in the open document. */
export type FindState = {
  readonly open: boolean
  readonly query: TextQuery
  /** What the last search came to, the text that it went through and what it looked for; `null` before the first one. */
  readonly found: {
    readonly text: string
    readonly query: TextQuery
    readonly result: Result<Matches>
  } | null
  /** Place of the current match among all, from 0. */
  readonly current: number
}

export const initialFind: FindState = {
  open: false,
  query: { text: '', matchCase: false, wholeWords: false, expression: false },
  found: null,
  current: 0,
}

type Finding = {
  readonly find: FindState
  readonly document: { readonly text: string } | null
}

/** What was found in the document that is open now; `null` while that is not known. */
export function foundIn({ find, document }: Finding): Result<Matches> | null {
  return find.open && find.found?.text === document?.text ? (find.found?.result ?? null) : null
}

const none: readonly Span[] = []

/** All matches in the open document, in UTF-16 code units of its text. */
export function matchesOf(state: Finding): readonly Span[] {
  const found = foundIn(state)
  return found?.ok === true ? found.value.spans : none
}

/** The match that is gone on from; `null` where there is none. */
export function currentMatchOf(state: Finding): Span | null {
  return matchesOf(state)[state.find.current] ?? null
}
