import { indexCodePoints } from '../../../../shared/text/code-points.ts'
import {
  mapLineEnds,
  normalizeLineEnds,
  type LineEndRuns,
} from '../../../../shared/text/line-ends.ts'
import type { ForeignSpan, OffsetUnit } from '../foreign.ts'

/** A text as it is stored, and the way from offsets of its source to it. */
export type LandedText = {
  /** Line ends are line feeds. */
  readonly text: string
  readonly lineEnds: LineEndRuns
  /**
   * A span of the source text in UTF-16 code units of it, and of the stored text. `null` where it is not of whole numbers,
   * is reversed, or reaches outside the text.
   */
  readonly carry: (
    span: ForeignSpan,
  ) => { readonly inSource: ForeignSpan; readonly stored: ForeignSpan } | null
}

/** Reads the text once; each span is carried by binary search after that. */
export function landText(source: string, unit: OffsetUnit): LandedText {
  const { text, lineEnds } = normalizeLineEnds(source)
  const codePoints = unit === 'codePoint' ? indexCodePoints(source) : null
  const length = codePoints?.length ?? source.length
  const lines = mapLineEnds(text, lineEnds)
  return {
    text,
    lineEnds,
    carry: ({ start, end }) => {
      const sound = Number.isSafeInteger(start) && Number.isSafeInteger(end)
      if (!sound || start < 0 || start > end || end > length) return null
      const inSource = {
        start: codePoints?.toUtf16(start) ?? start,
        end: codePoints?.toUtf16(end) ?? end,
      }
      const stored = { start: lines.toStored(inSource.start), end: lines.toStored(inSource.end) }
      return { inSource, stored }
    },
  }
}
