import { graphemeCeiling, graphemeFloor } from './grapheme.ts'
import type { Span } from './span.ts'

/** What stands around a span, so that a reader of a dataset can find it again by text. */
export type Context = { readonly prefix: string; readonly suffix: string }

/** At most this many UTF-16 code units on either side in a dataset. */
export const contextLength = 32

/** `length` UTF-16 code units on either side, fewer where a grapheme would be split. */
export function contextOf(text: string, extent: Span, length: number = contextLength): Context {
  const from = graphemeCeiling(text, Math.max(0, extent.start - length))
  const to = graphemeFloor(text, Math.min(text.length, extent.end + length))
  return { prefix: text.slice(from, extent.start), suffix: text.slice(extent.end, to) }
}
