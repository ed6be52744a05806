import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

import { decodeText, type DecodedText } from '../../decode.ts'
import { valueOrRefusal } from '../../text-source.ts'

/** How far into a page its encoding is looked for, in bytes. The HTML standard asks for 1,024; pages in use need more. */
const declarationReach = 8 * 1024

const declarations: readonly RegExp[] = [
  /^<\?xml[^>]{1,200}?encoding\s*=\s*["']([^"']{1,40})/,
  /<meta[^>]{1,400}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i,
]

/**
 * The markup of a page. As in the HTML standard (“determining the character encoding”) a byte order mark decides, then
 * what the page declares, and of these UTF-16 means UTF-8, because the declaration could be read. Pages that were
 * converted after they were written declare what they no longer are: bytes that are UTF-8 beyond ASCII are read as
 * such. What is no character becomes U+FFFD, and U+0000 is left out, as in browsers. Without a declaration, or with an
 * unknown one, a page is read like any text. Throws `Refusal`.
 */
export function decodePage(name: string, bytes: Uint8Array): DecodedText {
  const declared = declaredEncoding(bytes)
  if (declared === null || hasMark(bytes)) return readable(name, bytes)
  const ascii = bytes.every((byte) => byte < 0x80)
  const decoder = !ascii && isUtf8(bytes) ? new TextDecoder('utf-8') : declared
  const text = decoder.decode(bytes).replaceAll('\0', '')
  return { text, encoding: decoder.encoding, byteOrderMark: false }
}

function readable(name: string, bytes: Uint8Array): DecodedText {
  return valueOrRefusal(decodeText({ name, bytes }))
}

function hasMark(bytes: Uint8Array): boolean {
  const [first, second, third] = bytes
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return utf16 || (first === 0xef && second === 0xbb && third === 0xbf)
}

function declaredEncoding(bytes: Uint8Array): TextDecoder | null {
  const start = Buffer.from(bytes.subarray(0, declarationReach)).toString('latin1')
  for (const declaration of declarations) {
    const label = declaration.exec(start)?.[1]
    if (label !== undefined) return decoderOf(/^utf-?16/i.test(label) ? 'utf-8' : label)
  }
  return null
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    // Not an encoding of the web: the page is read as if it had not said so.
    return null
  }
}
