import { countLeading } from '../../../shared/text/binary-search.ts'
import { unfolded } from '../../../shared/text/searchable.ts'
import type { Span } from '../../../shared/text/span.ts'
import { placesOfPattern } from '../../../shared/text/word-pattern.ts'
import type { TextWish } from './compile-query.ts'
import type { TextSource } from './text-source.ts'

/** Where a text has what each wish of each clause looks for: ascending, in UTF-16 code units; graphemes may be split. */
export type TextMatches = readonly (readonly WishMatches[])[]
type WishMatches = { readonly negated: boolean; readonly spans: readonly Span[] }

/** `null` where the text as a whole cannot hold every clause, whatever part of it is asked for. */
export function matchesInText(
  texts: readonly (readonly TextWish[])[],
  source: TextSource,
  textId: number,
): TextMatches | null {
  const all: (readonly WishMatches[])[] = []
  for (const wishes of texts) {
    const found: WishMatches[] = []
    let mayHold = false
    for (const wish of wishes) {
      const spans = spansOf(wish, source, textId)
      if (wish.negated || spans.length > 0) mayHold = true
      found.push({ negated: wish.negated, spans })
    }
    if (!mayHold) return null
    all.push(found)
  }
  return all
}

function spansOf(wish: TextWish, source: TextSource, textId: number): readonly Span[] {
  if (wish.kind === 'expression') return placesOfExpression(source.text(textId), wish.expression)
  const searchable = source.searchable(textId)
  const places = placesOfPattern(searchable.folded, wish.pattern)
  return searchable.seams.length === 0 ? places : places.map((place) => unfolded(searchable, place))
}

/** What is not empty of it. */
function placesOfExpression(text: string, expression: RegExp): readonly Span[] {
  const spans: Span[] = []
  for (const { 0: found, index } of text.matchAll(expression)) {
    if (found !== '') spans.push({ start: index, end: index + found.length })
  }
  return spans
}

/** Whether every clause holds in the text as a whole. */
export function holdAnywhere(matches: TextMatches): boolean {
  return matches.every((wishes) =>
    wishes.some(({ negated, spans }) => spans.length > 0 !== negated),
  )
}

/** Whether every clause holds in one of the stretches of a text that are asked for. */
export function holdIn(matches: TextMatches, within: readonly Span[]): boolean {
  return matches.every((wishes) =>
    wishes.some(
      ({ negated, spans }) => within.some(({ start, end }) => hasIn(spans, start, end)) !== negated,
    ),
  )
}

/** The same for one stretch. Half a million are asked about: nothing is made for one. */
export function holdBetween(matches: TextMatches, start: number, end: number): boolean {
  for (const wishes of matches) if (!oneHolds(wishes, start, end)) return false
  return true
}

function oneHolds(wishes: readonly WishMatches[], start: number, end: number): boolean {
  for (const { negated, spans } of wishes) if (hasIn(spans, start, end) !== negated) return true
  return false
}

/** Everything wanted that was found in these stretches, anywhere where that is `null`: in order, apart from each other. */
export function wantedIn(matches: TextMatches, within: readonly Span[] | null): readonly Span[] {
  const lists: (readonly Span[])[] = []
  for (const wishes of matches) {
    for (const { negated, spans } of wishes) {
      if (negated) continue
      lists.push(within?.flatMap((stretch) => allIn(spans, stretch)) ?? spans)
    }
  }
  const [only, ...others] = lists
  return only !== undefined && others.length === 0 ? only : merged(lists)
}

/** Several lists, each ascending and apart, as one such list; of spans that overlap, those that `apart` keeps. */
function merged(lists: readonly (readonly Span[])[]): readonly Span[] {
  const kept: Span[] = []
  const ranks = new Uint32Array(lists.length)
  let end = -1
  for (;;) {
    let next: Span | undefined
    let from = 0
    for (let place = 0; place < lists.length; place += 1) {
      const span = lists[place]?.[ranks[place] ?? 0]
      if (span === undefined || (next !== undefined && !isBefore(span, next))) continue
      next = span
      from = place
    }
    if (next === undefined) return kept
    ranks[from] = (ranks[from] ?? 0) + 1
    if (next.start < end) continue
    kept.push(next)
    end = next.end
  }
}

/** Whether any of some spans, ascending and apart, lies in a stretch. */
function hasIn(spans: readonly Span[], start: number, end: number): boolean {
  const first = spans[rankFrom(spans, start)]
  return first !== undefined && first.end <= end
}

/** The rank of the first of some spans that begins no earlier. */
function rankFrom(spans: readonly Span[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function allIn(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  const count = countLeading(spans.length, (rank) => (spans[rank]?.end ?? 0) <= end)
  return spans.slice(rankFrom(spans, start), count)
}

/** Of spans that overlap, the first; of those that begin together, the longest. */
export function apart(spans: readonly Span[]): readonly Span[] {
  let end = -1
  return spans
    .toSorted((one, other) => (isBefore(one, other) ? -1 : isBefore(other, one) ? 1 : 0))
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

function isBefore(one: Span, other: Span): boolean {
  return one.start < other.start || (one.start === other.start && one.end > other.end)
}
