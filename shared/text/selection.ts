import { graphemeCeiling, graphemeFloor } from './grapheme.ts'
import type { Span } from './span.ts'

/** Where a selection began and where its moving end is, in UTF-16 code units; the focus may lie before the anchor. */
export type Selection = { readonly anchor: number; readonly focus: number }

const whiteSpace = /^[\p{White_Space}\uFEFF]$/u

/**
 * The span a person means by a selection: widened so that no grapheme is split, then without leading and trailing
 * white space. `null` where nothing but white space is selected, and for a bare caret. White space that carries a
 * combining mark stays: the mark is visible text.
 */
export function spanOfSelection(text: string, selection: Selection): Span | null {
  if (selection.anchor === selection.focus) return null
  const from = graphemeFloor(text, Math.min(selection.anchor, selection.focus))
  const to = graphemeCeiling(text, Math.max(selection.anchor, selection.focus))
  let start = from
  let end = to
  while (start < to && isWhiteSpace(text, start)) start += 1
  while (end > start && isWhiteSpace(text, end - 1)) end -= 1
  if (start === end) return null
  return { start: graphemeFloor(text, start), end: graphemeCeiling(text, end) }
}

function isWhiteSpace(text: string, offset: number): boolean {
  return whiteSpace.test(text.charAt(offset))
}
