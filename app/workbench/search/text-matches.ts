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
    const found = wishes.map((wish) => ({
      negated: wish.negated,
      spans: spansOf(wish, source, textId),
    }))
    if (!found.some(({ negated, spans }) => negated || spans.length > 0)) return null
    all.push(found)
  }
  return all
}

function spansOf(wish: TextWish, source: TextSource, textId: number): readonly Span[] {
  if (wish.kind === 'expression') return placesOfExpression(source.text(textId), wish.expression)
  const searchable = source.searchable(textId)
  const places = placesOfPattern(searchable.folded, wish.pattern)
  return places.length === 0 ? noSpans : places.map((place) => unfolded(searchable, place))
}

const noSpans: readonly Span[] = []

/** What is not empty of it. */
function placesOfExpression(text: string, expression: RegExp): readonly Span[] {
  const spans: Span[] = []
  for (const { 0: found, index } of text.matchAll(expression)) {
    if (found !== '') spans.push({ start: index, end: index + found.length })
  }
  return spans
}

/** Whether every clause holds in the stretches of a text that are asked for. */
export function holdIn(matches: TextMatches, within: readonly Span[]): boolean {
  // Half a million annotations are asked about: loops, for a search with functions in each other takes a sixth longer.
  for (const wishes of matches) if (!oneHolds(wishes, within)) return false
  return true
}

function oneHolds(wishes: readonly WishMatches[], within: readonly Span[]): boolean {
  for (const { negated, spans } of wishes) if (isIn(spans, within) !== negated) return true
  return false
}

function isIn(spans: readonly Span[], within: readonly Span[]): boolean {
  for (const stretch of within) if (firstIn(spans, stretch) !== null) return true
  return false
}

/** Everything wanted that was found in these stretches: in order, apart from each other. */
export function wantedIn(matches: TextMatches, within: readonly Span[]): readonly Span[] {
  const lists = matches.flatMap((wishes) =>
    wishes.flatMap(({ negated, spans }) =>
      negated ? [] : [within.flatMap((stretch) => allIn(spans, stretch))],
    ),
  )
  const [only, ...others] = lists
  return only !== undefined && others.length === 0 ? only : apart(lists.flat())
}

/** The place of the first of some spans, ascending and apart, that lies in a stretch; `null` for none. */
function firstIn(spans: readonly Span[], { start, end }: Span): number | null {
  const place = countLeading(spans.length, (rank) => (spans[rank]?.start ?? 0) < start)
  const span = spans[place]
  return span !== undefined && span.end <= end ? place : null
}

function allIn(spans: readonly Span[], stretch: Span): readonly Span[] {
  const first = firstIn(spans, stretch)
  if (first === null) return []
  const count = countLeading(spans.length, (rank) => (spans[rank]?.end ?? 0) <= stretch.end)
  return spans.slice(first, count)
}

/** Of spans that overlap, the first; of those that begin together, the longest. */
export function apart(spans: readonly Span[]): readonly Span[] {
  let end = -1
  return spans
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}
