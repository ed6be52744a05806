import { t } from '../../../../../shared/language/translate.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { mapLineEnds, normalizeLineEnds } from '../../../../../shared/text/line-ends.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignSpan, OffsetUnit } from '../../foreign.ts'
import { searchQuotes, type QuoteSearch } from '../../landing/quote-search.ts'
import { listOf, textOf, typesOf, type Node } from './json-ld.ts'

type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }

/** What selectors say of a stretch of text: where it is, what it is, or both. */
export type Anchor = { readonly span: ForeignSpan | null; readonly quote: Quote | null }

/** Why selectors lead to no stretch of text, as the end of a sentence. */
export type Obstacle = { readonly obstacle: string }

/** What selectors are applied to. */
export type Ground = {
  readonly unit: OffsetUnit
  /** The text where the file or its sibling has it, as it is there; `null` where it is elsewhere. */
  readonly text: KnownText | null
}

export type KnownText = {
  readonly length: number
  readonly search: QuoteSearch
  /** Between UTF-16 code units and the unit of the ground. */
  readonly fromUtf16: (offset: number) => number
  readonly toUtf16: (offset: number) => number
  readonly slice: (span: ForeignSpan) => string
  /** The offset of a character where every line end counts as one character. */
  readonly fromCharacter: (position: number) => number
}

export function knowText(text: string, unit: OffsetUnit): KnownText {
  const convert = converterOf(text, unit)
  const { text: stored, lineEnds } = normalizeLineEnds(text)
  const characters = indexCodePoints(stored)
  const lines = mapLineEnds(stored, lineEnds)
  return {
    ...convert,
    length: convert.fromUtf16(text.length),
    search: searchQuotes(text),
    slice: ({ start, end }) => text.slice(convert.toUtf16(start), convert.toUtf16(end)),
    fromCharacter: (position) => convert.fromUtf16(lines.toSource(characters.toUtf16(position))),
  }
}

/**
 * Selectors of one segment are ways to the same stretch (§4.2): the first position is taken and the first quote, so that
 * each proves the other.
 */
export function anchorOf(selectors: unknown, ground: Ground): Anchor | Obstacle {
  const found = listOf(selectors).map((selector) => anchorOfOne(selector, ground))
  const anchors = found.filter((each) => 'span' in each)
  if (anchors.length === 0) {
    return (
      found.find((each) => 'obstacle' in each) ?? {
        obstacle: t('remarks:w3c.obstacles.noSelector'),
      }
    )
  }
  return {
    span: anchors.find(({ span }) => span !== null)?.span ?? null,
    quote: anchors.find(({ quote }) => quote !== null)?.quote ?? null,
  }
}

function anchorOfOne(selector: unknown, ground: Ground): Anchor | Obstacle {
  if (!isObject(selector)) return { obstacle: t('remarks:w3c.obstacles.selectorElsewhere') }
  const anchor = plainAnchorOf(selector, ground)
  if (selector['refinedBy'] === undefined) return anchor
  return refine(anchor, anchorOf(selector['refinedBy'], ground), ground)
}

function plainAnchorOf(selector: Node, ground: Ground): Anchor | Obstacle {
  const [type] = typesOf(selector)
  switch (type) {
    case 'TextPositionSelector':
      return positionOf(selector)
    case 'TextQuoteSelector':
      return quoteOf(selector)
    case 'FragmentSelector':
      return fragmentOf(textOf(selector['value']), ground)
    case 'RangeSelector':
      return rangeOf(selector, ground)
    case undefined:
      return { obstacle: t('remarks:w3c.obstacles.noSelectorType') }
    default:
      return { obstacle: t('remarks:w3c.obstacles.otherSelector', { type }) }
  }
}

function positionOf({ start, end }: Node): Anchor | Obstacle {
  if (typeof start !== 'number' || typeof end !== 'number') {
    return { obstacle: t('remarks:w3c.obstacles.noPosition') }
  }
  return { span: { start, end }, quote: null }
}

function quoteOf(selector: Node): Anchor | Obstacle {
  const exact = textOf(selector['exact'])
  if (exact === null) return { obstacle: t('remarks:w3c.obstacles.emptyQuote') }
  const prefix = textOf(selector['prefix']) ?? ''
  const suffix = textOf(selector['suffix']) ?? ''
  return { span: null, quote: { exact, prefix, suffix } }
}

/**
 * Fragments of plain text (RFC 5147): `char=10,20`, either end of which may be left out, and integrity checks after a
 * semicolon. They count characters, and every line end as one.
 */
export function fragmentOf(fragment: string | null, { text }: Ground): Anchor | Obstacle {
  const [, from, to] = /^char=(\d*),(\d*)(?:;.*)?$/s.exec(fragment ?? '') ?? []
  if (from === undefined || to === undefined) {
    return { obstacle: t('remarks:w3c.obstacles.otherFragment', { fragment: fragment ?? '' }) }
  }
  const carry = text?.fromCharacter ?? ((position: number) => position)
  if (to === '' && text === null) {
    return { obstacle: t('remarks:w3c.obstacles.openFragment') }
  }
  const start = from === '' ? 0 : carry(Number(from))
  return counted({ start, end: to === '' ? (text?.length ?? 0) : carry(Number(to)) }, text)
}

/** From the beginning of one selection to the beginning of another (§4.2.8). */
function rangeOf(selector: Node, ground: Ground): Anchor | Obstacle {
  const ends = [selector['startSelector'], selector['endSelector']].map((end) => {
    const anchor = anchorOf(end, ground)
    return 'obstacle' in anchor ? anchor : locate(anchor, ground)
  })
  const [start, end] = ends
  if (start === undefined || end === undefined)
    return { obstacle: t('remarks:w3c.obstacles.noRangeEnds') }
  if ('obstacle' in start) return start
  if ('obstacle' in end) return end
  return counted({ start: start.start, end: end.start }, ground.text)
}

/** A stretch that was counted in the text has the quote that is there, which proves what it was counted in. */
function counted(span: ForeignSpan, text: KnownText | null): Anchor {
  const exact = text?.slice(span) ?? ''
  return { span, quote: exact === '' ? null : { exact, prefix: '', suffix: '' } }
}

/** Where an anchor is, for what is counted from there. A quote counts where it is in one place alone. */
function locate({ span, quote }: Anchor, { text }: Ground): ForeignSpan | Obstacle {
  if (span !== null) return span
  if (text === null || quote === null) {
    return { obstacle: t('remarks:w3c.obstacles.rangeWithoutText') }
  }
  const place = text.search.unique(quote.exact, quote)
  if (typeof place === 'string') {
    return { obstacle: t('remarks:w3c.obstacles.ambiguousRange') }
  }
  return { start: text.fromUtf16(place.start), end: text.fromUtf16(place.end) }
}

/** A selection within a selection (§4.2.9). */
function refine(
  outer: Anchor | Obstacle,
  inner: Anchor | Obstacle,
  ground: Ground,
): Anchor | Obstacle {
  if ('obstacle' in inner) return inner
  if ('obstacle' in outer) {
    // What narrows the search down cannot be followed here; a quote that is in one place alone needs no narrowing.
    if (inner.quote !== null) return { span: null, quote: inner.quote }
    return { obstacle: t('remarks:w3c.obstacles.countsElsewhere') }
  }
  if (outer.span !== null) return withinSpan(outer.span, inner, ground)
  return outer.quote === null ? inner : withinQuote(outer.quote, inner, ground)
}

function withinSpan(outer: ForeignSpan, inner: Anchor, { text }: Ground): Anchor | Obstacle {
  if (inner.span !== null) {
    const span = { start: outer.start + inner.span.start, end: outer.start + inner.span.end }
    if (span.end > outer.end) return { obstacle: t('remarks:w3c.obstacles.outside') }
    return { span, quote: inner.quote }
  }
  if (text === null || inner.quote === null) return inner
  const place = searchQuotes(text.slice(outer)).unique(inner.quote.exact, inner.quote)
  if (typeof place === 'string') return inner
  const from = text.toUtf16(outer.start)
  const span = {
    start: text.fromUtf16(from + place.start),
    end: text.fromUtf16(from + place.end),
  }
  return { span, quote: inner.quote }
}

/** A part of a quote is a quote as well, with the rest of the outer one around it. */
function withinQuote(outer: Quote, inner: Anchor, { unit }: Ground): Anchor | Obstacle {
  const { exact } = outer
  const convert = converterOf(exact, unit)
  const place =
    inner.span === null
      ? searchQuotes(exact).unique(inner.quote?.exact ?? '', inner.quote ?? outer)
      : { start: convert.toUtf16(inner.span.start), end: convert.toUtf16(inner.span.end) }
  if (typeof place === 'string' || place.start < 0 || place.end > exact.length) {
    return { obstacle: t('remarks:w3c.obstacles.ambiguousPart') }
  }
  return {
    span: null,
    quote: {
      exact: exact.slice(place.start, place.end),
      prefix: outer.prefix + exact.slice(0, place.start),
      suffix: exact.slice(place.end) + outer.suffix,
    },
  }
}

function converterOf(text: string, unit: OffsetUnit): Pick<KnownText, 'fromUtf16' | 'toUtf16'> {
  if (unit === 'codePoint') return indexCodePoints(text)
  return { fromUtf16: (offset) => offset, toUtf16: (offset) => offset }
}
