import { parseQuery, placesInQuery } from './parse-query.ts'
import type { Facet, SearchQuery, Term, Wish } from './query.ts'

/** A query as somebody would type it; reading it gives the same query. */
export function printQuery({ clauses }: SearchQuery): string {
  return clauses.map((wishes) => wishes.map(printWish).join(' OR ')).join(' ')
}

function printWish({ negated, term }: Wish): string {
  return `${negated ? '-' : ''}${printTerm(term)}`
}

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'words':
      return term.prefix ? `${term.text}*` : isPlainWord(term.text) ? term.text : quoted(term.text)
    case 'expression':
      return `/${term.source}/${term.matchCase ? '' : 'i'}`
    case 'facet':
      return `${term.facet}:${printValue(term.value)}`
  }
}

/** A value as it stands after the colon of a facet. */
export function printValue(value: string): string {
  return /^[^\s"“”\\]+$/u.test(value) ? value : quoted(value)
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"“”]/g, String.raw`\$&`)}"`
}

/** Whether a word reads as itself without quotation marks, also behind a minus. */
function isPlainWord(text: string): boolean {
  const parsed = /^[^\s"“”\\-][^\s"“”\\]*$/u.test(text) ? parseQuery(text) : null
  if (parsed?.ok !== true) return false
  const [only, ...more] = parsed.query.clauses.flat()
  return (
    more.length === 0 &&
    only !== undefined &&
    !only.negated &&
    only.term.kind === 'words' &&
    !only.term.prefix &&
    only.term.text === text
  )
}

/** What was typed with a facet’s value added, or taken away where it is asked for already. */
export function toggleFacet(typed: string, facet: Facet, value: string): string {
  const placed = placesInQuery(typed)?.clauses.flat() ?? []
  const present = placed.filter(
    ({ negated, term }) =>
      !negated && term.kind === 'facet' && term.facet === facet && isSame(term.value, value),
  )
  if (present.length === 0) return `${typed.trim()} ${facet}:${printValue(value)}`.trim()
  let left = typed
  for (const { start, end } of present.toReversed()) {
    left = withoutPiece(left.slice(0, start), left.slice(end))
  }
  return left
}

/** What is left around a piece that is taken out, also of the `OR` that joined it. */
function withoutPiece(before: string, after: string): string {
  const joinedBefore = /(?:^|\s)OR\s+$/.test(before)
  const kept = joinedBefore ? before.replace(/\s*OR\s+$/, '') : before
  const rest = joinedBefore ? after : after.replace(/^\s+OR(?=\s|$)/, '')
  return `${kept.trimEnd()} ${rest.trimStart()}`.trim()
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
