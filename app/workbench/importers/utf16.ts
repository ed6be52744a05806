export type ByteOrder = 'utf-16le' | 'utf-16be'

/** How much of a file is looked at, in bytes. */
const sampleBytes = 64 * 1024

/** Characters that every long text has some of; read in the wrong byte order they become rare ones. */
const everyday = /[\n\r\t 0-9A-Za-z,.:;!?'"()«»“”‘’„–—،؛؟،。，、「」ー・\u0E40-\u0E44]/gu

/** Private use, not assigned, or not for text. */
const implausible = /[\p{Co}\p{Cn}]|(?![\s\u0085])\p{Cc}/gu

/** Every code unit whose two bytes are both printable ASCII; about a fifth of those of Chinese are. */
const asciiPair = new RegExp(
  `[${Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => {
    const high = (0x20 + index).toString(16)
    return `\\u${high}20-\\u${high}7E`
  }).join('')}]`,
  'g',
)

/**
 * The byte order of a UTF-16 file that has no byte order mark; `null` where it does not read as UTF-16 either way.
 * Both orders are tried: the right one has next to no implausible characters and at least some everyday ones.
 */
export function utf16OrderOf(bytes: Uint8Array): ByteOrder | null {
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length - (bytes.length % 2)))
  if (sample.length === 0) return null
  const little = everydayShare(sample, 'utf-16le')
  const big = everydayShare(sample, 'utf-16be')
  if (Math.max(little, big) < 0.02 || little === big) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** The share, from 0 to 1, of everyday characters; 0 where the text cannot be meant. */
function everydayShare(sample: Uint8Array, order: ByteOrder): number {
  const text = new TextDecoder(order, { ignoreBOM: true }).decode(sample)
  if (text.includes('\0')) return 0
  if (count(text, implausible) / text.length > 0.01) return 0
  if (count(text, /\uFFFD/g) / text.length > 0.1) return 0
  // Two ASCII characters read as one: a file of bytes that only happens to hold zeros.
  if (count(text, asciiPair) / text.length > 0.6) return 0
  return count(text, everyday) / text.length
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
