import { countLeading } from './binary-search.ts'
import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** All of Grapheme_Cluster_Break=Extend and the zero width joiner (and some more, which does no harm). */
const extender = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]$/u

/** All that can join what came before an extender: pictographs, and the consonants of Indic scripts among `Lo`. */
const joiner = /^[\p{Extended_Pictographic}\p{Lo}]$/u

/**
 * Code units of Latin, Greek, Cyrillic and Armenian letters, dashes and quotation marks: nothing among them extends,
 * prepends or joins, other than CR LF.
 */
function isPlain(unit: number): boolean {
  if (unit < 0x370) return unit < 0x300
  if (unit < 0x2010) return unit < 0x591 && (unit < 0x483 || unit > 0x489)
  return unit < 0x2028
}

/** How many code units to look either way for a certain boundary before the whole line is taken. */
const reach = 256

/**
 * Whether `offset` is a boundary whatever stands before and after the two characters it parts. Of the rules of
 * UAX #29 that join, only GB9c, GB11, GB12 and GB13 look further back than one character. The first two need an
 * extender before the boundary and a joiner after it; the last two need two regional indicators, which do not part
 * when seen alone. The two halves of a surrogate pair are one character again here, so they do not part either.
 */
function isCertainBoundary(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (isPlain(before) && isPlain(after)) {
    return before !== 0x0d || after !== 0x0a
  }
  const pairBefore = isLowSurrogate(before) && isHighSurrogate(text.charCodeAt(offset - 2))
  const left = text.slice(offset - (pairBefore ? 2 : 1), offset)
  const right = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  if (extender.test(left) && joiner.test(right)) return false
  return segmenter.segment(left + right).containing(0)?.segment === left
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * The extended grapheme cluster (UAX #29, as `Intl.Segmenter` finds it) that holds the code unit at `offset`.
 * Segmenting costs time by the length of its input, so it is given only the stretch between the nearest certain
 * boundaries: a few characters, even where a text is one line of a megabyte.
 */
function graphemeAround(text: string, offset: number): Span {
  if (longStretch?.text === text && longStretch.from <= offset && offset < longStretch.to) {
    return graphemeIn(longStretch, offset)
  }
  const from = certainBoundaryBefore(text, offset)
  const to = certainBoundaryAfter(text, offset)
  if (to - from > longest) {
    longStretch = segmented(text, from, to)
    return graphemeIn(longStretch, offset)
  }
  const segment = segmenter.segment(text.slice(from, to)).containing(offset - from)
  if (segment === undefined) throw new RangeError(`no grapheme at offset ${offset}`)
  const start = from + segment.index
  return { start, end: start + segment.segment.length }
}

/** A stretch without certain boundaries, all graphemes of it found once: `starts` ascend, `to` is behind the last one. */
type Stretch = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly starts: readonly number[]
}

/** Stretches longer than this are kept, in UTF-16 code units: asking for each offset of one would cost its square. */
const longest = 4 * reach

/** The last long stretch that was asked for. */
let longStretch: Stretch | null = null

function segmented(text: string, from: number, to: number): Stretch {
  const starts = Array.from(segmenter.segment(text.slice(from, to)), ({ index }) => from + index)
  return { text, from, to, starts }
}

function graphemeIn({ starts, to }: Stretch, offset: number): Span {
  const place = countLeading(starts.length, (rank) => (starts[rank] ?? to) <= offset) - 1
  return { start: starts[place] ?? offset, end: starts[place + 1] ?? to }
}

/** The last certain boundary at or before `offset`; where none is in reach, the start of the line. */
function certainBoundaryBefore(text: string, offset: number): number {
  const limit = Math.max(0, offset - reach)
  for (let at = offset; at > limit; at -= 1) if (isCertainBoundary(text, at)) return at
  return limit === 0 ? 0 : text.lastIndexOf('\n', limit - 1) + 1
}

/** The first certain boundary after `offset`; where none is in reach, the end of the line. */
function certainBoundaryAfter(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + reach)
  for (let at = offset + 1; at < limit; at += 1) if (isCertainBoundary(text, at)) return at
  const feed = limit === text.length ? -1 : text.indexOf('\n', limit)
  return feed === -1 ? text.length : feed
}

/**
 * Whether a caret may stand at `offset` without splitting a grapheme. Both ends of the text are boundaries, no
 * offset outside it is. All offsets here are UTF-16 code units.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length
  return isCertainBoundary(text, offset) || graphemeAround(text, offset).start === offset
}

/** All graphemes of a text, in order. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** The nearest boundary at or before `offset`; an end of the text where `offset` lies outside it. */
export function graphemeFloor(text: string, offset: number): number {
  const inside = clamp(text, offset)
  return isGraphemeBoundary(text, inside) ? inside : graphemeAround(text, inside).start
}

/** The nearest boundary at or after `offset`; an end of the text where `offset` lies outside it. */
export function graphemeCeiling(text: string, offset: number): number {
  const inside = clamp(text, offset)
  return isGraphemeBoundary(text, inside) ? inside : graphemeAround(text, inside).end
}

/** The last boundary before `offset`; 0 at the start of the text. */
export function previousGrapheme(text: string, offset: number): number {
  const inside = clamp(text, offset)
  return inside === 0 ? 0 : graphemeAround(text, inside - 1).start
}

/** The first boundary after `offset`; the length of the text at its end. */
export function nextGrapheme(text: string, offset: number): number {
  const inside = clamp(text, offset)
  return inside === text.length ? inside : graphemeAround(text, inside).end
}

function clamp(text: string, offset: number): number {
  return Math.min(Math.max(offset, 0), text.length)
}
