import { canonical } from './segmenter.ts'

/** Which way a text reads. */
export type Direction = 'ltr' | 'rtl'

/** The scripts of today that run from right to left, as ISO 15924 has them. */
const rightToLeft = 'Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi'.split(' ')

const letter = /\p{L}/gu
const rightToLeftLetter = new RegExp(
  String.raw`(?=\p{L})[${rightToLeft.map((script) => String.raw`\p{Script=${script}}`).join('')}]`,
  'gu',
)

/** How much of a text is looked at, in UTF-16 code units: more than a headline and some names in another script. */
const sample = 10_000

/**
 * The way in which most letters of a text run, as far as its beginning shows; where it has as many of either kind, or
 * none, that of its language (a BCP 47 tag, or `null`).
 */
export function directionOf(text: string, language: string | null): Direction {
  const beginning = text.slice(0, sample)
  const letters = count(beginning, letter)
  const fromRight = count(beginning, rightToLeftLetter)
  if (fromRight * 2 !== letters) return fromRight * 2 > letters ? 'rtl' : 'ltr'
  return directionOfLanguage(language)
}

function directionOfLanguage(language: string | null): Direction {
  const tag = canonical(language)
  const script = tag === null ? undefined : new Intl.Locale(tag).maximize().script
  return script !== undefined && rightToLeft.includes(script) ? 'rtl' : 'ltr'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
