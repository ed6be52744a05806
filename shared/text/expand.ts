import { previousGrapheme } from './grapheme.ts'
import { paragraphAround } from './paragraphs.ts'
import { quotationsIn } from './quotations.ts'
import { spanOfSelection } from './selection.ts'
import { sentencesAround } from './sentences.ts'
import type { Span } from './span.ts'
import { wordAround } from './words.ts'

/**
 * The smallest unit that holds a selection and more: its word, the words of a quotation, a sentence, a quotation with
 * its marks, a paragraph, the whole text. An empty span is a caret. `null` where the whole text is selected. All
 * offsets are UTF-16 code units; no unit splits a grapheme or has white space at an end.
 */
export function expandSelection(text: string, span: Span, language: string | null): Span | null {
  const present = visiblePart(text, span)
  const units = unitsAround(text, present?.start ?? span.start, language)
  return smallest(present === null ? units : units.filter((unit) => isLarger(unit, present)))
}

/**
 * The largest unit around `anchor` that is less than the selection; `null` where there is none, so that only the caret
 * is left.
 */
export function shrinkSelection(
  text: string,
  span: Span,
  anchor: number,
  language: string | null,
): Span | null {
  const present = visiblePart(text, span)
  if (present === null) return null
  const units = unitsAround(text, anchor, language).filter((unit) => isLarger(present, unit))
  return units.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? null
}

/** The innermost quotation that holds a selection and more, with its marks; `null` where there is none. */
export function quotationAround(text: string, span: Span): Span | null {
  const present = visiblePart(text, span) ?? span
  const paragraph = paragraphAround(text, present.start)
  if (paragraph === null) return null
  const around = quotationsIn(text, paragraph).map(({ outer }) => outer)
  return smallest(around.filter((outer) => isLarger(outer, present)))
}

/** From the unit in which a selection starts to the one in which it ends: parts of two words become both words. */
export function wholeUnits(
  text: string,
  span: Span,
  unitAround: (offset: number) => Span | null,
): Span | null {
  const { start, end } = visiblePart(text, span) ?? span
  const first = unitAround(start)
  const last = start === end ? first : unitAround(previousGrapheme(text, end))
  if (first === null || last === null) return first ?? last
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) }
}

function unitsAround(text: string, offset: number, language: string | null): readonly Span[] {
  const paragraph = paragraphAround(text, offset)
  const quotations = paragraph === null ? [] : quotationsIn(text, paragraph)
  return [
    wordAround(text, offset, language),
    ...quotations.flatMap(({ inner, outer }) => [inner, outer]).filter(isAround(offset)),
    ...sentencesAround(text, offset, language),
    paragraph === null ? null : visiblePart(text, paragraph),
    visiblePart(text, { start: 0, end: text.length }),
  ].filter((unit) => unit !== null)
}

function visiblePart(text: string, { start, end }: Span): Span | null {
  return spanOfSelection(text, { anchor: start, focus: end })
}

function isAround(offset: number): (span: Span) => boolean {
  return ({ start, end }) => start <= offset && offset <= end
}

function isLarger(larger: Span, smaller: Span): boolean {
  return (
    larger.start <= smaller.start &&
    smaller.end <= larger.end &&
    lengthOf(larger) > lengthOf(smaller)
  )
}

function smallest(units: readonly Span[]): Span | null {
  return units.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0] ?? null
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
