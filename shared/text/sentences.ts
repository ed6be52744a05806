import { endsInAbbreviation } from './abbreviations.ts'
import { paragraphAround, paragraphsOf } from './paragraphs.ts'
import { quotationsIn, type Quotation } from './quotations.ts'
import { segmenterFor } from './segmenter.ts'
import { spanOfSelection } from './selection.ts'
import type { Span } from './span.ts'

/** How far to look either way at what parts two sentences, in UTF-16 code units. */
const reach = 40

/** The sentence around a caret without white space at its ends; `null` on an empty line. */
export function sentenceAround(text: string, offset: number, language: string | null): Span | null {
  return sentencesAround(text, offset, language)[0] ?? null
}

/**
 * The sentences around a caret, from the innermost out: inside a quotation of several sentences one of them comes
 * first, then the one that holds the whole quotation. None goes beyond its paragraph. Offsets are UTF-16 code units.
 */
export function sentencesAround(
  text: string,
  offset: number,
  language: string | null,
): readonly Span[] {
  const paragraph = paragraphAround(text, offset)
  if (paragraph === null) return []
  const starts = sentenceStarts(text, paragraph, language)
  const quotations = quotationsIn(text, paragraph)
  const around = quotations
    .filter(({ inner }) => inner.start <= offset && offset <= inner.end)
    .map(({ inner }) => inner)
  return [...around.toReversed(), paragraph].flatMap((region) => {
    const inside = startsWithin(region, starts, quotations)
    if (inside.length === 0 && region !== paragraph) return []
    const start = inside.findLast((one) => one <= offset) ?? region.start
    const end = inside.find((one) => one > offset) ?? region.end
    return spanOfSelection(text, { anchor: start, focus: end }) ?? []
  })
}

/** Where the sentences of a text begin, in UTF-16 code units, ascending. What is quoted is parted like any other text. */
export function sentenceStartsOf(text: string, language: string | null): readonly number[] {
  return paragraphsOf(text).flatMap((paragraph) => [
    paragraph.start,
    ...sentenceStarts(text, paragraph, language),
  ])
}

/** Where sentences begin in a stretch; what is quoted within it counts as one piece. */
function startsWithin(
  region: Span,
  starts: readonly number[],
  quotations: readonly Quotation[],
): readonly number[] {
  const pieces = quotations.filter(
    ({ outer }) => region.start <= outer.start && outer.end <= region.end,
  )
  return starts.filter(
    (start) =>
      region.start < start &&
      start < region.end &&
      !pieces.some(({ outer }) => outer.start < start && start < outer.end),
  )
}

/** Where the sentences of a paragraph begin, the first one left out. */
function sentenceStarts(text: string, paragraph: Span, language: string | null): readonly number[] {
  // A line feed would end a sentence, and here it only wraps a line.
  const line = text.slice(paragraph.start, paragraph.end).replaceAll('\n', ' ')
  return Array.from(segmenterFor(language, 'sentence').segment(line), ({ index }) => index)
    .filter((index) => index > 0 && beginsSentence(line, index))
    .map((index) => paragraph.start + index)
}

/** The Unicode rules know no abbreviations, and take `“Is it?” she asked` for two sentences. */
function beginsSentence(line: string, index: number): boolean {
  const next = /[\p{L}\p{N}]/u.exec(line.slice(index, index + reach))?.[0] ?? ''
  if (/\p{Ll}/u.test(next)) return false
  return !endsInAbbreviation(line.slice(Math.max(0, index - reach), index), next)
}
