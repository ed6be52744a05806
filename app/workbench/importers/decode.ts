import { isUtf8 } from 'node:buffer'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { binaryKind, controlShare, type BinaryReason } from './binary.ts'
import { legacyEncodingOf } from './legacy-encoding.ts'
import type { SourceBytes } from './source-bytes.ts'
import { isMostlyUtf8 } from './utf8.ts'
import { utf16OrderOf } from './utf16.ts'

export type DecodedText = {
  /** Without byte order mark, line ends still those of the source. */
  readonly text: string
  /** WHATWG encoding label. */
  readonly encoding: string
  readonly byteOrderMark: boolean
  /** The first line that is not UTF-8, where the encoding was guessed because of it. */
  readonly notUtf8At?: number
}

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
const byteOrderMarks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** More control characters than this share, and a file is not text. */
const mostControls = 0.05

/**
 * The text of a file. A byte order mark decides; without one: UTF-16 by its pattern, strict UTF-8, then the older
 * encodings. Nothing is replaced or dropped but the mark itself; what cannot be read exactly is refused as
 * `empty`, `binary` or `undecodable`.
 */
export function decodeText({ name, bytes }: SourceBytes): Result<DecodedText> {
  const mark = byteOrderMarks.find(([, start]) =>
    start.every((byte, index) => bytes[index] === byte),
  )
  if (mark === undefined) return decodeUnmarked(name, bytes)
  const [encoding, { length }] = mark
  if (encoding === 'utf-32') {
    return failure('undecodable', t('remarks:text.utf32', { name }), t('remarks:text.saveAsUtf8'))
  }
  return decodeAs(name, bytes.subarray(length), encoding, true)
}

function decodeUnmarked(name: string, bytes: Uint8Array): Result<DecodedText> {
  const kind = binaryKind(bytes)
  if (kind !== null) return binary(name, kind)
  const controls = controlShare(bytes)
  const utf8 = isUtf8(bytes)
  if (bytes.includes(0) || controls > mostControls || (controls > 0 && !utf8)) {
    const order = utf16OrderOf(bytes)
    if (order !== null) return decodeAs(name, bytes, order, false)
  }
  if (bytes.includes(0)) return binary(name, 'zeroBytes')
  if (controls > mostControls) return binary(name, 'controls')
  if (utf8) return decodeAs(name, bytes, 'utf-8', false)
  const damaged = damagedUtf8(name, bytes)
  if (damaged !== null) return damaged
  const decoded = decodeAs(name, bytes, legacyEncodingOf(bytes), false)
  return decoded.ok
    ? success({ ...decoded.value, notUtf8At: lineOfDamage(bytes, 'utf-8') })
    : decoded
}

function decodeAs(
  name: string,
  bytes: Uint8Array,
  encoding: string,
  byteOrderMark: boolean,
): Result<DecodedText> {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return undecodable(name, bytes, encoding)
  }
  if (text.includes('\0')) return binary(name, 'zeroCharacters')
  if (text.trim() !== '') return success({ text, encoding, byteOrderMark })
  return failure(
    'empty',
    t(`remarks:text.${text === '' ? 'empty' : 'blank'}`, { name }),
    t('remarks:text.checkSaved'),
  )
}

/**
 * A file that is UTF-8 but for a few bytes is damaged, or cut short: reading it as windows-1252 would turn every
 * accent to nonsense. `null` where the bytes are not mostly UTF-8.
 */
function damagedUtf8(name: string, bytes: Uint8Array): Result<never> | null {
  return isMostlyUtf8(bytes) ? undecodable(name, bytes, 'utf-8') : null
}

/** The line, from 1, of the first bytes that are no character in an encoding. */
function lineOfDamage(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes)
  const before = text.slice(0, text.indexOf('\uFFFD'))
  return (before.match(/\r\n|\r|\n/g)?.length ?? 0) + 1
}

function undecodable(name: string, bytes: Uint8Array, encoding: string): Result<never> {
  const line = lineOfDamage(bytes, encoding)
  return failure(
    'undecodable',
    t('remarks:text.undecodable', { name, encoding: encoding.toUpperCase(), line }),
    t('remarks:text.getAgain'),
  )
}

function binary(name: string, why: BinaryReason): Result<never> {
  return failure(
    'binary',
    t('remarks:binary.message', { name, reason: t(`remarks:binary.${why}`) }),
    t('remarks:binary.remedy'),
  )
}
