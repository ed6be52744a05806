/*
 * XML 1.0 has no way to write some characters, not even as a character reference: U+0000 to U+001F but for tab, line feed
 * and carriage return, U+FFFE, U+FFFF and halves of surrogate pairs (https://www.w3.org/TR/xml/#charsets). Two rules
 * carry them all the same. In texts that offsets count in, a stand-in of the same length takes the place of each, and
 * where they were is said elsewhere in the file. In all other strings they are escaped.
 */
const unwritable = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF\p{Cs}]/gu

/** A character that XML cannot hold, at an offset in UTF-16 code units. */
export type Unwritable = { readonly offset: number; readonly character: string }

/** Every character of a text that XML cannot hold, in order. */
export function unwritableIn(text: string): readonly Unwritable[] {
  return Array.from(text.matchAll(unwritable), ({ index, 0: character }) => ({
    offset: index,
    character,
  }))
}

/**
 * What stands for a character that XML cannot hold, itself one code unit long: its picture for a control character
 * (U+2400 and following), the replacement character for the others.
 */
export function standInFor(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
}

/** The text with a stand-in for each character that XML cannot hold: as long as before. */
export function withStandIns(text: string): string {
  return text.replaceAll(unwritable, standInFor)
}

/** The characters themselves in place of their stand-ins; where something else stands by now, it stays. */
export function withoutStandIns(text: string, replaced: readonly Unwritable[]): string {
  const parts: string[] = []
  let end = 0
  for (const { offset, character } of replaced) {
    if (offset < end || text[offset] !== standInFor(character)) continue
    parts.push(text.slice(end, offset), character)
    end = offset + 1
  }
  return parts.join('') + text.slice(end)
}

/**
 * Writes characters that XML cannot hold as `\u` and four hexadecimal digits, and a backslash that would begin such an
 * escape as `\u005c`, so that every string can be had back. Other strings stay as they are.
 */
export function escapeUnwritable(text: string): string {
  return text.replaceAll(
    /(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF\p{Cs}]|\\(?=u[0-9a-f]{4})/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The inverse of `escapeUnwritable`. */
export function unescapeUnwritable(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

/**
 * A name of ASCII letters and digits for any string, as names of features and attributes have to be: everything else is
 * written as its code point in hexadecimal between underscores, also a digit at the beginning. `page no.` is
 * `page_20_no_2e_`. No two strings share a name.
 */
export function spellName(text: string): string {
  return text.replaceAll(
    /^[0-9]|[^0-9A-Za-z]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  )
}

/** The string that a name of `spellName` stands for; another name stands for itself. */
export function readName(name: string): string {
  return name.replaceAll(/_([0-9a-f]{1,6})_/g, (written, digits: string) => {
    const code = Number.parseInt(digits, 16)
    return code > 0x10ffff ? written : String.fromCodePoint(code)
  })
}
