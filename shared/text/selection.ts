import { graphemeCeiling, graphemeFloor, isGraphemeBoundary } from './grapheme.ts'
import type { Span } from './span.ts'

/** Where a selection began and where its moving end is, in UTF-16 code units; the focus may lie before the anchor. */
export type Selection = { readonly anchor: number; readonly focus: number }

const whiteSpace = /^[\p{White_Space}\uFEFF]$/u

/**
 * The span a person means by a selection: widened so that no grapheme is split, then without leading and trailing
 * white space. `null` where nothing but white space is selected. White space that carries a combining mark stays:
 * the mark is visible text.
 */
export function spanOfSelection(text: string, selection: Selection): Span | null {
  let start = graphemeFloor(text, Math.min(selection.anchor, selection.focus))
  let end = graphemeCeiling(text, Math.max(selection.anchor, selection.focus))
  while (start < end && isWhiteSpace(text, start) && isGraphemeBoundary(text, start + 1)) start += 1
  while (start < end && isWhiteSpace(text, end - 1) && isGraphemeBoundary(text, end - 1)) end -= 1
  return start < end ? { start, end } : null
}

function isWhiteSpace(text: string, offset: number): boolean {
  return whiteSpace.test(text.charAt(offset))
}
