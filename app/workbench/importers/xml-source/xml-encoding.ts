import { t } from '../../../../shared/language/translate.ts'
import type { Decoding } from '../foreign.ts'
import { Refusal } from '../refusal.ts'

/** The characters of an XML file, without byte order mark, and how they follow from its bytes. */
export type DecodedXml = { readonly text: string; readonly decoding: Decoding }

/** First bytes that settle the encoding (https://www.w3.org/TR/xml/#sec-guessing). UTF-32 before what it begins with. */
const beginnings: readonly (readonly [
  encoding: string,
  mark: boolean,
  bytes: readonly number[],
])[] = [
  ['utf-32', true, [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32', true, [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32', false, [0x3c, 0x00, 0x00, 0x00]],
  ['utf-32', false, [0x00, 0x00, 0x00, 0x3c]],
  ['utf-8', true, [0xef, 0xbb, 0xbf]],
  ['utf-16le', true, [0xff, 0xfe]],
  ['utf-16be', true, [0xfe, 0xff]],
  ['utf-16le', false, [0x3c, 0x00]],
  ['utf-16be', false, [0x00, 0x3c]],
]

/** As much of a file as its declaration may take up, in bytes. */
const declarationBytes = 400

/**
 * Decodes by byte order mark, pattern of the first bytes, or declaration; UTF-8 without any of these. Throws `Refusal` for
 * encodings that are not known and for bytes that are no character: nothing is replaced.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const found = beginnings.find(([, , start]) => start.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return decodeAs(bytes, declaredEncoding(bytes), false)
  const [encoding, byteOrderMark, { length }] = found
  if (encoding === 'utf-32') {
    throw new Refusal({
      code: 'undecodable',
      reason: t('remarks:xml.utf32'),
    })
  }
  return decodeAs(byteOrderMark ? bytes.subarray(length) : bytes, encoding, byteOrderMark)
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes))
  const declaration = /^<\?xml[^>]*/.exec(start)?.[0] ?? ''
  const label = /\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
  const known = knownEncoding(label)
  // The declaration itself was one byte per letter: tools that keep their strings in UTF-16 declare that of any file.
  return known.startsWith('utf-16') ? 'utf-8' : known
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refusal({
      code: 'undecodable',
      reason: t('remarks:xml.unknownEncoding', { label }),
      found: label,
    })
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, byteOrderMark: boolean): DecodedXml {
  const decoding = { encoding, byteOrderMark }
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, decoding }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const text = new TextDecoder(encoding).decode(bytes)
    const before = text.slice(0, text.indexOf('\uFFFD'))
    const line = (before.match(/\r\n|\r|\n/g)?.length ?? 0) + 1
    throw new Refusal({
      place: `line ${line}`,
      code: 'undecodable',
      reason: t('remarks:xml.undecodable', {
        encoding: encoding.toUpperCase(),
        line: String(line),
      }),
    })
  }
}
