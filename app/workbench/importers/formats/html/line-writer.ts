const collapsible = /[ \t\n\r\f]+/g

/** What has to be told of a row or cell when it is over. */
type Open = { readonly end: () => void }

export type LineWriter = {
  /** Text as markup has it: its white space is collapsed to single spaces unless it is `preserved`. */
  readonly write: (text: string, preserved: boolean) => void
  /** At least this many line ends before what comes next; none at the beginning of the text or of a cell. */
  readonly part: (lineEnds: number) => void
  /** One line end more than there are, up to an empty line. */
  readonly breakLine: () => void
  readonly row: () => Open
  /** Parted by a tab from the cell before it in its row. */
  readonly cell: () => Open
  readonly text: () => string
}

/** Puts a text together of pieces. White space and line ends come as late as possible, so that none trail. */
export function lineWriter(): LineWriter {
  const pieces: string[] = []
  /** Due before the next piece. */
  let feeds = 0
  let tabs = 0
  let space = false
  let rowBegun = false
  let cellFresh = false

  function put(piece: string): void {
    if (piece === '') return
    if (feeds > 0) pieces.push('\n'.repeat(feeds))
    if (tabs > 0) pieces.push('\t'.repeat(tabs))
    if (space && feeds === 0 && tabs === 0 && pieces.length > 0) pieces.push(' ')
    pieces.push(piece)
    feeds = 0
    tabs = 0
    space = false
    cellFresh = false
  }

  function part(lineEnds: number): void {
    const last = pieces.pop()
    if (last === undefined) return
    // Line ends at the end of preformatted text count.
    pieces.push(withoutLineEnds(last))
    if (cellFresh) return
    feeds = Math.max(feeds, lineEnds)
    space = false
  }

  return {
    part,
    breakLine: () => part(Math.min(feeds + 1, 2)),
    write: (text, preserved) => {
      if (preserved) {
        const begins = pieces.length === 0 || feeds > 0
        put(begins && text.startsWith('\n') ? text.slice(1) : text)
        return
      }
      const collapsed = text.replaceAll(collapsible, ' ')
      const begun = collapsed.startsWith(' ')
      const ended = collapsed.endsWith(' ')
      space ||= begun
      put(collapsed.slice(begun ? 1 : 0, ended ? -1 : undefined))
      space ||= ended
    },
    row: () => {
      const outer = { rowBegun, tabs }
      rowBegun = false
      return {
        end: () => {
          rowBegun = outer.rowBegun
          tabs = Math.min(tabs, outer.tabs)
        },
      }
    },
    cell: () => {
      if (rowBegun) tabs += 1
      rowBegun = true
      cellFresh = true
      return {
        end: () => {
          if (!cellFresh) feeds = 0
          cellFresh = false
        },
      }
    },
    text: () => pieces.join(''),
  }
}

function withoutLineEnds(piece: string): string {
  let end = piece.length
  while (piece.charCodeAt(end - 1) === 0x0a) end -= 1
  return piece.slice(0, end)
}
