import { z } from 'zod'

import { countLeading } from './binary-search.ts'

/** The three ways files end a line. */
const lineEndSchema = z.enum(['lf', 'crlf', 'cr'])
export type LineEnd = z.infer<typeof lineEndSchema>

/** Every line end of a source in order, run-length encoded: `[['crlf', 12], ['lf', 1]]`. */
export const lineEndRunsSchema = z
  .array(z.tuple([lineEndSchema, z.int().positive()]).readonly())
  .readonly()
export type LineEndRuns = z.infer<typeof lineEndRunsSchema>

const bytesOf: Readonly<Record<LineEnd, string>> = { lf: '\n', crlf: '\r\n', cr: '\r' }

export type NormalizedText = { readonly text: string; readonly lineEnds: LineEndRuns }

/** Makes every line end a line feed and touches nothing else. With the runs the source can be had back exactly. */
export function normalizeLineEnds(source: string): NormalizedText {
  const runs: [LineEnd, number][] = []
  const text = source.replaceAll(/\r\n|\r|\n/g, (ending) => {
    const kind: LineEnd = ending === '\n' ? 'lf' : ending === '\r' ? 'cr' : 'crlf'
    const last = runs.at(-1)
    if (last?.[0] === kind) last[1] += 1
    else runs.push([kind, 1])
    return '\n'
  })
  return { text, lineEnds: runs }
}

/** The source text again: the inverse of `normalizeLineEnds`. */
export function restoreLineEnds(text: string, lineEnds: LineEndRuns): string {
  const kinds = unroll(lineEnds)
  return text.replaceAll('\n', () => bytesOf[kinds.next().value ?? 'lf'])
}

/** One word for a whole source. */
export function summarizeLineEnds(lineEnds: LineEndRuns): LineEnd | 'mixed' | 'none' {
  const kinds = new Set(lineEnds.map(([kind]) => kind))
  if (kinds.size > 1) return 'mixed'
  return [...kinds][0] ?? 'none'
}

/**
 * Carries offsets between a decoded source (no byte order mark) and its stored text, both in UTF-16 code units.
 * An offset between the two characters of a CRLF lands before the line feed it became.
 */
export type OffsetMap = {
  readonly toStored: (sourceOffset: number) => number
  readonly toSource: (storedOffset: number) => number
}

export function mapLineEnds(text: string, lineEnds: LineEndRuns): OffsetMap {
  const feeds = crlfOffsets(text, lineEnds)
  return {
    toSource: (offset) =>
      offset + countLeading(feeds.length, (rank) => (feeds[rank] ?? 0) < offset),
    toStored: (offset) =>
      offset - countLeading(feeds.length, (rank) => (feeds[rank] ?? 0) + rank + 1 <= offset),
  }
}

/** Offsets in the stored text of the line feeds that were CRLF in the source, ascending. */
function crlfOffsets(text: string, lineEnds: LineEndRuns): readonly number[] {
  const offsets: number[] = []
  let offset = -1
  for (const kind of unroll(lineEnds)) {
    offset = text.indexOf('\n', offset + 1)
    if (kind === 'crlf') offsets.push(offset)
  }
  return offsets
}

function* unroll(lineEnds: LineEndRuns): Generator<LineEnd, undefined> {
  for (const [kind, count] of lineEnds) {
    for (let index = 0; index < count; index += 1) yield kind
  }
}
