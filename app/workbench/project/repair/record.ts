/** A text as it lies in the file, in UTF-8: one that is too long to be made a string for nothing but to be stored again. */
export type LongText = { readonly utf8: Uint8Array }

/** What a field of a stored row holds. */
export type Value = null | number | bigint | string | Uint8Array | LongText

/** Texts above this are long, in bytes. */
const longest = 1024 * 1024

/** UTF-8 as SQLite stores it; what is no UTF-8 becomes U+FFFD, and the hash of a text tells. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A big-endian varint of SQLite and where it ends; `null` where the bytes end before it does. */
export function varintAt(
  bytes: Buffer,
  offset: number,
): { readonly value: number; readonly end: number } | null {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[offset + index]
    if (byte === undefined) return null
    if (index === 8) value = (value << 8n) | BigInt(byte)
    else value = (value << 7n) | BigInt(byte & 0x7f)
    if (index === 8 || byte < 0x80) {
      return { value: Number(BigInt.asIntN(64, value)), end: offset + index + 1 }
    }
  }
  return null
}

/**
 * The fields of a record: https://www.sqlite.org/fileformat2.html#record_format. `null` where its parts do not add up to
 * its length, as of one that was overwritten.
 */
export function fieldsOf(payload: Buffer): readonly Value[] | null {
  const head = varintAt(payload, 0)
  if (head === null || head.value < 1 || head.value > payload.length) return null
  const types: number[] = []
  let at = head.end
  while (at < head.value) {
    const type = varintAt(payload, at)
    if (type === null || type.value < 0 || type.value === 10 || type.value === 11) return null
    types.push(type.value)
    at = type.end
  }
  const total = types.reduce((sum, type) => sum + lengthOf(type), head.value)
  if (at !== head.value || total !== payload.length) return null
  return types.map((type) => {
    const field = payload.subarray(at, at + lengthOf(type))
    at += field.length
    return valueOf(type, field)
  })
}

/** Of a field, in bytes. */
function lengthOf(type: number): number {
  if (type >= 12) return (type - (type % 2 === 0 ? 12 : 13)) / 2
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0
}

function valueOf(type: number, field: Buffer): Value {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return field.readDoubleBE(0)
  if (type === 6) return field.readBigInt64BE(0)
  if (type < 7) return field.readIntBE(0, field.length)
  if (type % 2 === 0) return field
  return field.length > longest ? { utf8: field } : decoder.decode(field)
}
