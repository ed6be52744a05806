/** Encoders for tests: the standard library only decodes the encodings that files come in. */

export function encodeUtf16(text: string, order: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'utf-16le' ? bytes : bytes.swap16()
}

/** By turning a single-byte decoder round. Throws where a character has no byte. */
export function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (character) => {
    const byte = all.indexOf(character)
    if (byte === -1) throw new RangeError(`${encoding} has no ${character}`)
    return byte
  })
}

/** By turning a double-byte decoder round. Throws where a character has no bytes. */
export function encodeDoubleByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!table.has(character)) table.set(character, [lead, trail])
    }
  }
  const bytes: number[] = []
  for (const character of text) {
    const pair = character < '\u0080' ? [character.charCodeAt(0)] : table.get(character)
    if (pair === undefined) throw new RangeError(`${encoding} has no ${character}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}
