import type { Span, Spans } from '../../../../../shared/text/span.ts'

/**
 * What brat cannot have within a span. It reads `.ann` files by `str.splitlines` (brat, server/src/annotation.py,
 * `_parse_ann_file` on a `codecs` stream), so each of these in a reference text would end its line.
 */
const lineBreaks = '\n\v\f\r\u001C\u001D\u001E\u0085\u2028\u2029'
const runOfLineBreaks = new RegExp(`[${lineBreaks}]+`, 'g')

/** Longest run of line breaks that is taken for one break of a line, in UTF-16 code units. */
const longestRun = 1000

/** Whether brat can have a text within one line. */
export function fitsLine(text: string): boolean {
  return text.search(runOfLineBreaks) === -1
}

/** The spans without what brat cannot have: each part between line breaks is a fragment. May be none at all. */
export function fragmentsOf(text: string, spans: Spans): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const fragments: Span[] = []
    let from = start
    for (const { 0: run, index } of text.slice(start, end).matchAll(runOfLineBreaks)) {
      if (start + index > from) fragments.push({ start: from, end: start + index })
      from = start + index + run.length
    }
    if (from < end) fragments.push({ start: from, end })
    return fragments
  })
}

/** Ascending fragments, those between which there is nothing but line breaks made one. */
export function joinedAcrossLines(text: string, fragments: readonly Span[]): Spans {
  const joined: Span[] = []
  for (const fragment of fragments) {
    const last = joined.at(-1)
    if (last !== undefined && isBreak(text, last.end, fragment.start)) {
      joined[joined.length - 1] = { start: last.start, end: fragment.end }
    } else joined.push(fragment)
  }
  return joined
}

function isBreak(text: string, from: number, to: number): boolean {
  if (from >= to || to - from > longestRun) return false
  for (let at = from; at < to; at += 1) if (!lineBreaks.includes(text.charAt(at))) return false
  return to <= text.length
}
