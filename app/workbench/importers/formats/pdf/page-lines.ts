/** A piece of text on a page as pdf.js gives it, lengths in points. */
export type PageItem = {
  readonly str: string
  /** Scale and slant in the first four numbers, then the place of the piece on its baseline: right, then up. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  /** Whether a line ends after it. */
  readonly hasEOL: boolean
}

/** A line of a page, lengths in points from its lower left corner. */
export type Line = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The height of its baseline. */
  readonly baseline: number
  /** The size of most of its letters. */
  readonly size: number
}

/**
 * The lines of a page in the order of the file, by the line ends that pdf.js sees in the places of the pieces. Lines
 * without anything but white space are left out.
 */
export function linesOf(items: Iterable<PageItem>): readonly Line[] {
  const lines: Line[] = []
  let open: PageItem[] = []
  const close = () => {
    const line = lineOf(open)
    if (line !== null) lines.push(line)
    open = []
  }
  for (const item of items) {
    open.push(item)
    if (item.hasEOL) close()
  }
  close()
  return lines
}

function lineOf(items: readonly PageItem[]): Line | null {
  const inked = items.filter(({ str }) => str.trim() !== '')
  const longest = inked.reduce<PageItem | undefined>(
    (most, item) => (most !== undefined && most.str.length >= item.str.length ? most : item),
    undefined,
  )
  if (longest === undefined) return null
  const left = inked.reduce((least, item) => Math.min(least, item.transform[4] ?? 0), Infinity)
  const right = inked.reduce(
    (most, item) => Math.max(most, (item.transform[4] ?? 0) + item.width),
    -Infinity,
  )
  return {
    text: items
      .map(({ str }) => str)
      .join('')
      .trim(),
    left,
    right,
    baseline: longest.transform[5] ?? 0,
    size: longest.height,
  }
}
