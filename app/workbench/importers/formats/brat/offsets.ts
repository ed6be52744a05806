import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { mapLineEnds, normalizeLineEnds } from '../../../../../shared/text/line-ends.ts'
import type { Span } from '../../../../../shared/text/span.ts'

/** Fragments in the unit of their file, and the text that the file has for them. */
export type Referenced = {
  readonly fragments: readonly (readonly [start: number, end: number])[]
  readonly reference: string | null
}

export type OffsetReading = {
  /** Offset of the file to UTF-16 code units of the text without its byte order mark. */
  readonly toUtf16: (offset: number) => number
  /** How the file differs from what brat counts; `null` where it does not. */
  readonly difference: 'mark' | 'lineEnds' | 'both' | null
}

/**
 * brat counts code points of the file as it is, CRLF as two and a byte order mark as one: it opens texts by `codecs.open`,
 * which reads bytes (server/src/annotation.py, `open_textfile`). Other tools count a CRLF as one character or leave the mark
 * out. Which it is shows in the texts that the file itself gives for its spans: the count under which most of them are
 * right is taken, and that of brat where none is better.
 */
export function readOffsets(
  text: string,
  byteOrderMark: boolean,
  spans: readonly Referenced[],
): OffsetReading {
  const [brat, ...others] = readingsOf(text, byteOrderMark)
  if (others.length === 0) return brat
  const right = (reading: OffsetReading) =>
    spans.filter(
      ({ fragments, reference }) =>
        reference !== null && agrees(reference, piecesOf(text, fragments, reading)) !== null,
    ).length
  let best: OffsetReading = brat
  let most = right(brat)
  for (const other of others) {
    const count = right(other)
    if (count > most) [best, most] = [other, count]
  }
  return best
}

function readingsOf(
  text: string,
  byteOrderMark: boolean,
): readonly [OffsetReading, ...OffsetReading[]] {
  const codePoints = indexCodePoints(text)
  const exact = (offset: number) => codePoints.toUtf16(offset)
  const mark = byteOrderMark ? 1 : 0
  const brat: OffsetReading = { toUtf16: (offset) => exact(offset - mark), difference: null }
  const unmarked: readonly OffsetReading[] = byteOrderMark
    ? [{ toUtf16: exact, difference: 'mark' }]
    : []
  if (!text.includes('\r\n')) return [brat, ...unmarked]
  const { text: stored, lineEnds } = normalizeLineEnds(text)
  const storedPoints = indexCodePoints(stored)
  const lines = mapLineEnds(stored, lineEnds)
  const folded = (offset: number) => lines.toSource(storedPoints.toUtf16(offset))
  const unmarkedLines: readonly OffsetReading[] = byteOrderMark
    ? [{ toUtf16: folded, difference: 'both' }]
    : []
  return [
    brat,
    ...unmarked,
    { toUtf16: (offset) => folded(offset - mark), difference: 'lineEnds' },
    ...unmarkedLines,
  ]
}

/** Fragments as stretches of the text; those that lie outside of it as they come. */
export function piecesOf(
  text: string,
  fragments: Referenced['fragments'],
  { toUtf16 }: OffsetReading,
): { readonly spans: readonly Span[]; readonly texts: readonly string[] } {
  const spans = fragments.map(([start, end]) => ({ start: toUtf16(start), end: toUtf16(end) }))
  const texts = spans.map(({ start, end }) =>
    start < 0 || end > text.length ? '' : text.slice(start, end),
  )
  return { spans, texts }
}

/**
 * The text of fragments, where the file gives it for them: pieces joined by a space, in old files by nothing, and maybe more
 * behind white space (brat, `TextAnnotations._parse_textbound_annotation`). Some tools write spaces for line ends.
 * `null` where it does not agree.
 */
export function agrees(
  reference: string,
  { spans, texts }: ReturnType<typeof piecesOf>,
): string | null {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  // Nothing is put together that is longer than what the file says.
  if (length > reference.length || spans.some(({ start, end }) => start > end)) return null
  const joined = texts.join(' ')
  if (joined === '') return null
  const behind = reference.charAt(joined.length)
  const begins = (whole: string) => reference.startsWith(whole)
  if (begins(joined) && (behind === '' || /\s/.test(behind))) return joined
  if (reference === texts.join('')) return joined
  return joined.length === reference.length && spaced(joined) === spaced(reference) ? joined : null
}

function spaced(text: string): string {
  return text.replaceAll(/\s/gu, ' ')
}
