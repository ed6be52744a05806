/** How much of each string is kept, in UTF-16 code units. */
const keptOfString = 1000

export type JsonOutline = {
  /** What is left of the next piece of a JSON text. */
  readonly add: (piece: string) => string
  /** Whether its first item has ended: the object, the first one of a list, or the first of several on lines. */
  readonly firstItemEnded: () => boolean
}

/**
 * JSON with long strings cut short, piece by piece: what an item has is seen however long the texts in it are. A string is
 * not cut within an escape.
 */
export function outlineJson(): JsonOutline {
  let quoted = false
  /** Code units of the string so far, and how many more belong to its escape: of `\u`, four. */
  let length = 0
  let pending = 0
  let afterBackslash = false
  let skips = false
  let depth = 0
  let isList: boolean | null = null
  let ended = false

  /** Goes on within a string. Gives whether the rest of it is left out from the next character on. */
  function inString(code: number): boolean {
    length += 1
    if (pending > 0) {
      pending = afterBackslash && code === 0x75 ? 4 : pending - 1
      afterBackslash = false
    } else if (code === 0x5c) {
      pending = 1
      afterBackslash = true
    } else if (code === 0x22) quoted = false
    return quoted && length >= keptOfString && pending === 0
  }

  function betweenStrings(code: number): void {
    if (code === 0x22) {
      quoted = true
      length = 0
    } else if (code === 0x7b || code === 0x5b) {
      isList ??= code === 0x5b
      depth += 1
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
      ended ||= depth <= (isList === true ? 1 : 0)
    }
  }

  return {
    add: (piece) => {
      const kept: string[] = []
      let from = 0
      for (let index = 0; index < piece.length; index += 1) {
        const code = piece.charCodeAt(index)
        if (!quoted) {
          betweenStrings(code)
          continue
        }
        const isLong = inString(code)
        if (isLong && !skips) kept.push(piece.slice(from, index + 1))
        // From the quotation mark that ends it on, all is kept again.
        if (!isLong && skips && !quoted) from = index
        skips = quoted && (skips || isLong)
      }
      return skips ? kept.join('') : `${kept.join('')}${piece.slice(from)}`
    },
    firstItemEnded: () => ended,
  }
}
