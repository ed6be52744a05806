/** What stands before a name with a full stop that ends no sentence. Single letters need not be listed. */
const beforeNames = setOf(
  'Mr Mrs Ms Mx Dr Prof Rev Hon St Mt Pres Gov Sen Rep Supt Insp Gen Col Lt Maj Capt Cmdr Sgt Cpl Adm',
  'Hr Sr Sra Dra MM vs cf bzw',
)
/** The same before a number. */
const beforeNumbers = setOf(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  'No Nos Nr Art Abs approx ca',
)

/**
 * Whether words end in an abbreviation after which the sentence goes on: `met Mr.`, `of the U.S.`, `by J.`. `next` is the
 * first letter or digit after them.
 */
export function endsInAbbreviation(words: string, next: string): boolean {
  const last = /(?<![\p{L}\p{N}])((?:\p{L}\.)*\p{L}+)\.\s*$/u.exec(words)?.[1]
  if (last === undefined) return false
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(last) || beforeNames.has(last)) return true
  return /\p{N}/u.test(next) && beforeNumbers.has(last)
}

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
