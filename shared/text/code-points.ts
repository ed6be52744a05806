import { countLeading } from './binary-search.ts'

/**
 * Converts between UTF-16 code units and Unicode code points of one text. Building it reads the text once;
 * each conversion is a binary search over the astral characters before the offset.
 */
export type CodePointIndex = {
  /** Length of the text in code points. */
  readonly length: number
  /** UTF-16 offset to code point offset. An offset inside a surrogate pair gives that of its character. */
  readonly fromUtf16: (offset: number) => number
  /** Code point offset to UTF-16 offset. */
  readonly toUtf16: (codePoint: number) => number
}

export function indexCodePoints(text: string): CodePointIndex {
  const astral = astralOffsets(text)
  return {
    length: text.length - astral.length,
    fromUtf16: (offset) =>
      offset - countLeading(astral.length, (rank) => (astral[rank] ?? 0) < offset),
    toUtf16: (codePoint) =>
      codePoint + countLeading(astral.length, (rank) => (astral[rank] ?? 0) - rank < codePoint),
  }
}

/** UTF-16 offsets of the high surrogates of all surrogate pairs, ascending. */
function astralOffsets(text: string): readonly number[] {
  const offsets: number[] = []
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) offsets.push(match.index)
  return offsets
}
