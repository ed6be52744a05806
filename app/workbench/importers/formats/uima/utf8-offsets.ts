/**
 * Offsets in bytes of UTF-8 as offsets in UTF-16 code units of the same text. Those that are inside a character or outside
 * the text are left out. Reads the text once, however many offsets there are.
 */
export function utf16OffsetsOf(
  text: string,
  byteOffsets: readonly number[],
): ReadonlyMap<number, number> {
  const wanted = new Set(byteOffsets)
  const found = new Map<number, number>()
  let bytes = 0
  let index = 0
  for (;;) {
    if (wanted.has(bytes)) found.set(bytes, index)
    const code = text.codePointAt(index)
    if (code === undefined) return found
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    index += code < 0x10000 ? 1 : 2
  }
}
