import { isMostlyUtf8 } from './utf8.ts'

export type ByteOrder = 'utf-16le' | 'utf-16be'

/** How much of a file is looked at, in bytes. */
const sampleBytes = 64 * 1024

/** Characters that every long text has some of; read in the wrong byte order they become rare ones. */
const everyday = /[\n\r\t 0-9A-Za-z,.:;!?'"()«»“”‘’„–—،؛؟،。，、「」ー・\u0E40-\u0E44]/gu

/** Private use, not assigned, or not for text. */
const implausible = /[\p{Co}\p{Cn}]|(?![\s\u0085])\p{Cc}/gu

/** Every code unit whose two bytes are both printable ASCII; of those of Chinese about a fifth are. */
const asciiPair = new RegExp(
  `[${Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => {
    const high = (0x20 + index).toString(16)
    return `\\u${high}20-\\u${high}7E`
  }).join('')}]`,
  'g',
)

/**
 * A space and another printable byte read as one character, general punctuation left out. In a text of bytes such
 * pairs are as common as words; in UTF-16 they are rare ideographs and signs.
 */
const spacePair = new RegExp(
  `[\\u2021\\u2023-\\u2025\\u2027-\\u202E\\u2040-\\u209F\\u20B0-\\u20FF${Array.from(
    { length: 0xff - 0x21 + 1 },
    (_, index) => `\\u${(0x21 + index).toString(16)}20`,
  ).join('')}]`,
  'g',
)

/**
 * The byte order of a UTF-16 file that has no byte order mark; `null` where it does not read as UTF-16 either way.
 * Both orders are tried: the right one has next to no implausible characters and at least some everyday ones.
 */
export function utf16OrderOf(bytes: Uint8Array): ByteOrder | null {
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length - (bytes.length % 2)))
  if (sample.length === 0) return null
  // UTF-8, also with a zero byte in it, can be UTF-16 only of scripts whose high byte is a low number, and then it is
  // full of those.
  if (isMostlyUtf8(sample) && lowShare(sample) < 0.2) return null
  const little = likelihood(sample, 'utf-16le')
  const big = likelihood(sample, 'utf-16be')
  if (little === big) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** The share, from 0 to 1, of bytes below the space. */
function lowShare(sample: Uint8Array): number {
  return sample.reduce((sum, byte) => (byte < 0x20 ? sum + 1 : sum), 0) / sample.length
}

/**
 * How well a text reads in a byte order, for comparison; 0 where it cannot be meant. A text has everyday characters,
 * and its others come from few blocks of 256: in the wrong order every other letter is from another one.
 */
function likelihood(sample: Uint8Array, order: ByteOrder): number {
  const text = new TextDecoder(order, { ignoreBOM: true }).decode(sample)
  if (text.includes('\0')) return 0
  if (count(text, implausible) / text.length > 0.01) return 0
  if (count(text, /\uFFFD/g) / text.length > 0.1) return 0
  // Two ASCII characters read as one: a file of bytes that only happens to hold zeros.
  if (count(text, asciiPair) / text.length > 0.6) return 0
  // One alone is a sign that a short text may well have: 夠 or 渠.
  const spacePairs = count(text, spacePair)
  if (spacePairs > 1 && spacePairs / text.length > 0.15) return 0
  const share = count(text, everyday) / text.length
  if (share < 0.02) return 0
  const highByte = order === 'utf-16le' ? 1 : 0
  return share / new Set(sample.filter((_, index) => index % 2 === highByte)).size
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
