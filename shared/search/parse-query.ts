import { formatAny } from '../language/format.ts'
import { t } from '../language/translate.ts'
import type { Span } from '../text/span.ts'
import { wordPatternOf } from '../text/word-pattern.ts'
import { dateRangeOf } from './date-range.ts'
import { denialEndsOf } from './denial-ends.ts'
import {
  conditions,
  facetNamed,
  facets,
  parts,
  type Facet,
  type SearchQuery,
  type Term,
  type Wish,
} from './query.ts'

/** Why a query cannot be run, in a sentence, and the place of it: UTF-16 code units of what was typed. */
export type QueryFault = { readonly message: string; readonly start: number; readonly end: number }

export type ParsedQuery =
  | { readonly ok: true; readonly query: SearchQuery }
  | { readonly ok: false; readonly fault: QueryFault }

/** A wish with its place in what was typed. */
type PlacedWish = Wish & Span

/** What was typed, piece by piece: wishes, and `OR` between those of one clause. */
export type PlacedQuery = { readonly clauses: readonly (readonly PlacedWish[])[] }

class Fault extends Error {
  readonly place: Span
  constructor(message: string, start: number, end: number) {
    super(message)
    this.place = { start, end }
  }
}

/** Reads what somebody typed into the box. Never throws: what cannot be read is a fault at its place. */
export function parseQuery(typed: string): ParsedQuery {
  try {
    const { clauses } = placedQueryOf(typed)
    return {
      ok: true,
      query: {
        clauses: clauses.map((wishes) => wishes.map(({ negated, term }) => ({ negated, term }))),
      },
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { ok: false, fault: { message: error.message, ...error.place } }
  }
}

/** The same with places; nothing where it has a fault. */
export function placesInQuery(typed: string): PlacedQuery | null {
  try {
    return placedQueryOf(typed)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return null
  }
}

function placedQueryOf(typed: string): PlacedQuery {
  const clauses: PlacedWish[][] = []
  let or: Span | null = null
  let at = 0
  for (;;) {
    at = afterSpace(typed, at)
    if (at >= typed.length) break
    if (/^OR(?=\s|$)/.test(typed.slice(at))) {
      const place = { start: at, end: at + 2 }
      if (clauses.length === 0 || or !== null) {
        throw new Fault(t('failures:query.orBetween'), place.start, place.end)
      }
      or = place
      at = place.end
      continue
    }
    const wish = wishAt(typed, at)
    const last = clauses.at(-1)
    if (or === null || last === undefined) clauses.push([wish])
    else {
      if (!isAlike(last[0], wish)) {
        throw new Fault(t('failures:query.orMixed'), or.start, or.end)
      }
      last.push(wish)
    }
    or = null
    at = wish.end
  }
  if (or !== null) throw new Fault(t('failures:query.orLast'), or.start, or.end)
  return { clauses }
}

/** Facets decide which documents and annotations are looked through, words what is found there. */
function isAlike(one: Wish | undefined, other: Wish): boolean {
  return (one?.term.kind === 'facet') === (other.term.kind === 'facet')
}

function wishAt(typed: string, start: number): PlacedWish {
  const negated = typed[start] === '-' && /^-[^\s-]/.test(typed.slice(start))
  const from = negated ? start + 1 : start
  const { term, end } = termAt(typed, from)
  return { negated, term, start, end }
}

type Read<Value> = { readonly end: number } & Value

function termAt(typed: string, start: number): Read<{ readonly term: Term }> {
  if (typed[start] === '/') return expressionAt(typed, start)
  if (isQuote(typed[start])) {
    const { text, end } = quotedAt(typed, start)
    return words(text, false, start, end)
  }
  const name = /^(\p{L}+):/u.exec(typed.slice(start))
  if (name !== null) return facetAt(typed, start, name[1] ?? '')
  const end = endOfWord(typed, start)
  const word = typed.slice(start, end)
  const prefix = word.endsWith('*')
  return words(prefix ? word.slice(0, -1) : word, prefix, start, end)
}

function words(text: string, prefix: boolean, start: number, end: number) {
  if (wordPatternOf(text, prefix) === null) {
    throw new Fault(t('failures:query.noWord'), start, end)
  }
  return { term: { kind: 'words', text, prefix } as const, end }
}

function expressionAt(typed: string, start: number): Read<{ readonly term: Term }> {
  let end = start + 1
  let inClass = false
  while (end < typed.length && (typed[end] !== '/' || inClass)) {
    if (typed[end] === '\\') end += 1
    else if (typed[end] === '[') inClass = true
    else if (typed[end] === ']') inClass = false
    end += 1
  }
  if (end >= typed.length) {
    throw new Fault(t('failures:query.expressionOpen'), start, typed.length)
  }
  const source = typed.slice(start + 1, end)
  const flags = /^[^\s]*/.exec(typed.slice(end + 1))?.[0] ?? ''
  const whole = end + 1 + flags.length
  if (source === '') throw new Fault(t('failures:query.expressionEmpty'), start, whole)
  if (flags !== '' && flags !== 'i') {
    throw new Fault(t('failures:query.onlyI'), end + 1, whole)
  }
  const reason = faultOfExpression(source)
  if (reason !== null) {
    throw new Fault(t('failures:query.noExpression', { reason }), start, whole)
  }
  return { term: { kind: 'expression', source, matchCase: flags === '' }, end: whole }
}

function faultOfExpression(source: string): string | null {
  try {
    // oxlint-disable-next-line no-new -- it throws where the source is none
    new RegExp(source, 'u')
    return null
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = error.message.slice(error.message.lastIndexOf(': ') + 1).trim()
    return reason.charAt(0).toLowerCase() + reason.slice(1)
  }
}

function facetAt(typed: string, start: number, name: string): Read<{ readonly term: Term }> {
  const colon = start + name.length
  const facet = facetNamed(name)
  if (facet === null) {
    throw new Fault(
      t('failures:query.noFacet', { name, facets: facets.join(', ') }),
      start,
      colon + 1,
    )
  }
  const { text: value, end } = isQuote(typed[colon + 1])
    ? quotedAt(typed, colon + 1)
    : valueAt(typed, colon + 1)
  if (value.trim() === '') {
    throw new Fault(t('failures:query.noValue', { facet }), start, end)
  }
  const fault = faultOfValue(facet, value)
  if (fault !== null) throw new Fault(fault, colon + 1, end)
  return { term: { kind: 'facet', facet, value }, end }
}

/** A value without quotation marks; one that begins later, as in `attribute:certainty="very high"`, keeps what is in them. */
function valueAt(typed: string, start: number): Read<{ readonly text: string }> {
  let text = ''
  let at = start
  while (at < typed.length && !isSpace(typed[at])) {
    if (isQuote(typed[at]) && typed[at - 1] === '=') {
      const quoted = quotedAt(typed, at)
      return { text: text + quoted.text, end: quoted.end }
    }
    text += typed[at] ?? ''
    at += 1
  }
  return { text, end: at }
}

function faultOfValue(facet: Facet, value: string): string | null {
  const listed: Partial<Record<Facet, readonly string[]>> = { has: parts, is: conditions }
  const allowed = listed[facet]
  if (allowed !== undefined && !allowed.includes(value)) {
    return t('failures:query.takes', { facet, values: formatAny(allowed) })
  }
  if (facet === 'date' && dateRangeOf(value) === null) {
    return t('failures:query.date')
  }
  if (facet === 'denies' && denialEndsOf(value) === null) {
    return t('failures:query.nobodyDenies')
  }
  return null
}

function quotedAt(typed: string, start: number): Read<{ readonly text: string }> {
  let text = ''
  let at = start + 1
  while (at < typed.length) {
    if (typed[at] === '\\' && at + 1 < typed.length) {
      text += typed[at + 1] ?? ''
      at += 2
    } else if (isQuote(typed[at])) return { text, end: at + 1 }
    else {
      text += typed[at] ?? ''
      at += 1
    }
  }
  throw new Fault(t('failures:query.quoteOpen'), start, typed.length)
}

function endOfWord(typed: string, start: number): number {
  let end = start
  while (end < typed.length && !isSpace(typed[end]) && !isQuote(typed[end])) end += 1
  return end
}

function afterSpace(typed: string, at: number): number {
  let next = at
  while (next < typed.length && isSpace(typed[next])) next += 1
  return next
}

/** Straight ones, and those that a keyboard may put in their place. */
function isQuote(character: string | undefined): boolean {
  return character === '"' || character === '“' || character === '”'
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character)
}
