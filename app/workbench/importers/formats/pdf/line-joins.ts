/** Hyphens at the end of a line after a letter: the usual one, U+2010 and the soft hyphen. */
const hyphenated = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐\u00AD]$/u

const begin = /^[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/u

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。，．」』】）]/u

/** Words of a document as they stand within its lines, to tell hyphens that belong to a word from those of a line end. */
export type Vocabulary = ReadonlySet<string>

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu)) {
      words.add(canonical(word))
    }
  }
  return words
}

/** What is between two lines of a paragraph once they are one. */
export type Join = {
  /** What stands in place of the line end, and of the hyphen before it where `dehyphenated`. */
  readonly between: '' | ' '
  readonly dehyphenated: boolean
}

/**
 * How a line and the next one of its paragraph become one. A word that is broken by a hyphen at the line end is joined,
 * and the hyphen goes, where the next line goes on with a small letter; unless the document has the word with that
 * hyphen elsewhere, and nowhere without it. Before a capital letter or a digit the hyphen stays. Everything else is
 * parted by a space, but in scripts that have none.
 */
export function joinOf(line: string, next: string, vocabulary: Vocabulary): Join {
  const before = hyphenated.exec(line.slice(-100))?.[1]
  if (before !== undefined) {
    if (line.endsWith('\u00AD')) return { between: '', dehyphenated: true }
    const after = begin.exec(next)?.[0]
    if (after === undefined || !/^\p{Ll}/u.test(after)) {
      return { between: /^[\p{L}\d]/u.test(next) ? '' : ' ', dehyphenated: false }
    }
    const whole = vocabulary.has(canonical(before + after))
    const compound = vocabulary.has(canonical(`${before}-${after}`))
    return { between: '', dehyphenated: whole || !compound }
  }
  const range = /\d[-‐–]$/u.test(line.slice(-2)) && /^\d/.test(next)
  const close = unspaced.test(line.slice(-1)) && unspaced.test(next.slice(0, 1))
  return { between: range || close ? '' : ' ', dehyphenated: false }
}

function canonical(word: string): string {
  return word.toLowerCase().replaceAll('‐', '-')
}
