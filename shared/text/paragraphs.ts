import type { Span } from './span.ts'

/** The line around a caret, without its line feed; it may be empty. Offsets are UTF-16 code units. */
export function lineAround(text: string, offset: number): Span {
  const feed = text.indexOf('\n', offset)
  return {
    start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: feed === -1 ? text.length : feed,
  }
}

/**
 * The paragraph around a caret: its line, or, in a text that wraps its own lines, all lines up to the next blank ones.
 * `null` on an empty line.
 */
export function paragraphAround(text: string, offset: number): Span | null {
  const line = lineAround(text, offset)
  if (isBlank(text, line)) return null
  if (!isHardWrapped(text)) return line
  let { start, end } = line
  while (start > 0) {
    const above = lineAround(text, start - 1)
    if (isBlank(text, above)) break
    start = above.start
  }
  while (end < text.length) {
    const below = lineAround(text, end + 1)
    if (isBlank(text, below)) break
    end = below.end
  }
  return { start, end }
}

/** Every paragraph of a text in order. */
export function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  const joined = isHardWrapped(text)
  let open = false
  for (const line of linesOf(text)) {
    const blank = isBlank(text, line)
    const last = open && joined ? paragraphs.pop() : undefined
    if (last !== undefined) paragraphs.push(blank ? last : { start: last.start, end: line.end })
    else if (!blank) paragraphs.push(line)
    open = !blank
  }
  return paragraphs
}

/** Text from mail and old wires breaks lines near 72 columns and parts paragraphs by empty lines. */
export function isHardWrapped(text: string): boolean {
  const lengths = linesOf(text).map(({ start, end }) => end - start)
  const filled = lengths.filter((length) => length > 0)
  const adjacent = lengths.filter((length, index) => length > 0 && (lengths[index + 1] ?? 0) > 0)
  return (
    filled.length < lengths.length &&
    adjacent.length > filled.length / 2 &&
    adjacent.every((length) => length < 100)
  )
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; start = (lines.at(-1)?.end ?? 0) + 1) {
    const feed = text.indexOf('\n', start)
    lines.push({ start, end: feed === -1 ? text.length : feed })
  }
  return lines
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === ''
}
