import type { SuggestionReason } from '../../../../shared/model/suggestion.ts'
import {
  graphemeCeiling,
  graphemeFloor,
  isGraphemeBoundary,
} from '../../../../shared/text/grapheme.ts'
import { extentOf, quoteOf, type Span, type Spans } from '../../../../shared/text/span.ts'
import type { ForeignAnnotation, ForeignDocument, ForeignSpan } from '../foreign.ts'
import type { QuoteSearch } from './quote-search.ts'
import type { LandedText } from './source-offsets.ts'

/** Where an annotation of another tool belongs in the stored text, as far as that can be proved. */
export type Placement =
  | {
      readonly kind: 'placed'
      readonly spans: Spans
      /** What had to be done to its pieces; `null` for nothing. */
      readonly mended: 'sorted' | 'joined' | 'refound' | null
    }
  | {
      readonly kind: 'review'
      readonly reason: SuggestionReason
      readonly expected: string | null
      readonly found: string | null
      readonly proposal: Spans | null
    }
  | { readonly kind: 'empty' }

export type Ground = {
  /** The text with the line ends of its source. */
  readonly source: string
  readonly landed: LandedText
  readonly search: QuoteSearch
  readonly quoteForm: ForeignDocument['quoteForm']
}

/**
 * Proves an annotation against the text. It is placed where its pieces lie in the text, hold what its source says, and
 * split no grapheme. Everything else waits for review; nothing is moved to where it seems to belong.
 */
export function placeAnnotation(annotation: ForeignAnnotation, ground: Ground): Placement {
  return annotation.spans === null
    ? refind(annotation, ground)
    : prove(annotation, annotation.spans, ground)
}

function prove(
  annotation: ForeignAnnotation,
  given: readonly ForeignSpan[],
  { source, landed, search, quoteForm }: Ground,
): Placement {
  const expected = annotation.quote
  if (given.length === 0) return { kind: 'empty' }
  const carried = given.map(landed.carry)
  const inSource = carried.flatMap((span) => (span === null ? [] : [span.inSource]))
  if (inSource.length < given.length) {
    return { kind: 'review', reason: 'outsideText', expected, found: null, proposal: null }
  }
  const found = inSource.map(({ start, end }) => source.slice(start, end)).join(' ')
  if (expected !== null && !sameQuote(expected, found, quoteForm)) {
    const start = carried[0]?.stored.start ?? 0
    const proposed = search.nearest(withLineFeeds(expected), start)
    const proposal = proposed === null ? null : [widened(landed.text, proposed)]
    return { kind: 'review', reason: 'quoteDiffers', expected, found, proposal }
  }
  const { spans, mended } = inOrder(
    carried.flatMap((span) =>
      span === null || span.stored.start === span.stored.end ? [] : [span.stored],
    ),
  )
  if (spans.length === 0) return { kind: 'empty' }
  return whole(landed.text, spans)
    ? { kind: 'placed', spans, mended }
    : {
        kind: 'review',
        reason: 'splitsGrapheme',
        expected: expected ?? quoteOf(landed.text, spans),
        found: quoteOf(landed.text, spans),
        proposal: inOrder(spans.map((span) => widened(landed.text, span))).spans,
      }
}

/** The source says only what the text is: it is believed where that is in one place alone. */
function refind(annotation: ForeignAnnotation, { landed, search }: Ground): Placement {
  const expected = annotation.quote
  if (expected === null || expected === '') return { kind: 'empty' }
  const context = {
    prefix: withLineFeeds(annotation.prefix),
    suffix: withLineFeeds(annotation.suffix),
  }
  const quote = withLineFeeds(expected)
  const span = search.unique(quote, context)
  if (span === 'notFound') return elsewhere(expected, search.unique(quote, noContext), landed.text)
  if (span === 'ambiguous') {
    return { kind: 'review', reason: span, expected, found: null, proposal: null }
  }
  if (whole(landed.text, [span])) return { kind: 'placed', spans: [span], mended: 'refound' }
  return {
    kind: 'review',
    reason: 'splitsGrapheme',
    expected,
    found: landed.text.slice(span.start, span.end),
    proposal: [widened(landed.text, span)],
  }
}

const noContext = { prefix: '', suffix: '' } as const

/** A text that is not between the words that its source says: the only place that it has is proposed, and not believed. */
function elsewhere(
  expected: string,
  span: ReturnType<QuoteSearch['unique']>,
  text: string,
): Placement {
  const waiting = { kind: 'review', expected, found: null } as const
  return typeof span === 'string'
    ? { ...waiting, reason: span, proposal: null }
    : { ...waiting, reason: 'contextDiffers', proposal: [widened(text, span)] }
}

/** Ascending and apart from each other, as the model has them. */
function inOrder(given: readonly Span[]): {
  readonly spans: Spans
  readonly mended: 'sorted' | 'joined' | null
} {
  const sorted = given.toSorted((one, other) => one.start - other.start || one.end - other.end)
  const spans: Span[] = []
  for (const span of sorted) {
    const last = spans.at(-1)
    if (last === undefined || last.end <= span.start) spans.push(span)
    else spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  const moved = sorted.some((span, index) => span !== given[index])
  return { spans, mended: spans.length < given.length ? 'joined' : moved ? 'sorted' : null }
}

function whole(text: string, spans: Spans): boolean {
  return (
    extentOf(spans).end <= text.length &&
    spans.every(
      ({ start, end }) => isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end),
    )
  )
}

function widened(text: string, { start, end }: Span): Span {
  return { start: graphemeFloor(text, start), end: graphemeCeiling(text, end) }
}

/** Line ends do not count: a file of JSON has them as they were typed, its text as they were stored. */
function sameQuote(expected: string, found: string, form: Ground['quoteForm']): boolean {
  if (expected === found) return true
  if (form === 'spaced') {
    const [one, other] = [withLineFeeds(expected).trim(), withLineFeeds(found).trim()]
    return one.length === other.length && spaced(one) === spaced(other)
  }
  // What has no carriage return is as it is: long texts are not gone through again.
  if (!expected.includes('\r') && !found.includes('\r')) return false
  return withLineFeeds(expected) === withLineFeeds(found)
}

function spaced(text: string): string {
  return text.replaceAll(/\s/gu, ' ')
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}
