import { analyse } from 'chardet'

/** How much of a file is looked at, in bytes. */
const sampleBytes = 64 * 1024

/**
 * Encodings of other scripts than Latin that may be taken on the detector's word. `mixes` tells scripts whose words
 * stand beside Latin letters without a space.
 */
const encodings: Readonly<Record<string, { readonly label: string; readonly mixes: boolean }>> = {
  'windows-1251': { label: 'windows-1251', mixes: false },
  'KOI8-R': { label: 'koi8-r', mixes: false },
  'ISO-8859-5': { label: 'iso-8859-5', mixes: false },
  'ISO-8859-6': { label: 'iso-8859-6', mixes: false },
  'windows-1256': { label: 'windows-1256', mixes: false },
  'ISO-8859-7': { label: 'iso-8859-7', mixes: false },
  'windows-1253': { label: 'windows-1253', mixes: false },
  'ISO-8859-8': { label: 'iso-8859-8', mixes: false },
  'windows-1255': { label: 'windows-1255', mixes: false },
  Shift_JIS: { label: 'shift_jis', mixes: true },
  'EUC-JP': { label: 'euc-jp', mixes: true },
  'EUC-KR': { label: 'euc-kr', mixes: true },
  GB18030: { label: 'gb18030', mixes: true },
  Big5: { label: 'big5', mixes: true },
}

/** Fewer letters of another script than this prove nothing: a few capitals with accents could be misread so. */
const fewestLetters = { alphabetic: 12, mixing: 6 }

/** The least confidence, of 100, on which a detection is taken. */
const leastConfidence = 30

/**
 * The encoding of bytes that are neither UTF-8 nor UTF-16, as a WHATWG label. Windows-1252 unless the detector is
 * confident of an encoding of another script and the text then read bears it out: most of its letters are of that
 * script, and no alphabetic word mixes it with Latin letters, which is what a misread “é” would do.
 */
export function legacyEncodingOf(bytes: Uint8Array): string {
  for (const { name, confidence } of analyse(bytes.subarray(0, sampleBytes))) {
    const encoding = encodings[name]
    if (encoding === undefined || confidence < leastConfidence) continue
    const text = decodeStrictly(bytes, encoding.label)
    if (text !== null && bearsOut(text, encoding.mixes)) return encoding.label
  }
  return 'windows-1252'
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    // The bytes are not in this encoding: that is the answer, not an accident.
    return null
  }
}

function bearsOut(text: string, mixes: boolean): boolean {
  const sample = text.slice(0, sampleBytes)
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  const other = sample.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0
  if (other < (mixes ? fewestLetters.mixing : fewestLetters.alphabetic)) return false
  if (/[\p{Co}\u0080-\u009F]/u.test(sample)) return false
  if (mixes) return other * 2 >= latin
  const mixed =
    /\p{Script=Latin}(?!\p{Script=Latin})\p{L}|(?!\p{Script=Latin})\p{L}\p{Script=Latin}/gu
  return other >= latin && (sample.match(mixed)?.length ?? 0) * 50 <= other
}
