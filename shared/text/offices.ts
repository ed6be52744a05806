const offices = new Set(
  (
    'President Minister Secretary Chancellor Premier Governor Mayor Senator Congressman Congresswoman Ambassador ' +
    'Commissioner Chairman Chairwoman Director Spokesman Spokeswoman Spokesperson Leader Executive Professor Dr Mr Mrs Ms'
  ).split(' '),
)

/** What stands before an office and belongs to it, or after one: `Deputy Prime Minister`, `Secretary General`. */
const additions = new Set(
  (
    'Vice Deputy Prime First Acting Former Supreme Chief Foreign Defence Defense Interior Finance Energy Health Home ' +
    'Attorney General State'
  ).split(' '),
)

/**
 * Where the words of a name hold an office before the name of whoever is in it, in English: `Foreign Minister` in
 * `Foreign Minister Ann Lee`, as a half-open range of places. An office before a single name stays with it: `Mr Lee`.
 */
export function officeIn(
  words: readonly string[],
): { readonly start: number; readonly end: number } | null {
  const last = words.findLastIndex(isOffice)
  if (last === -1) return null
  const end = words[last + 1] === 'General' ? last + 2 : last + 1
  const holder = words.slice(end)
  if (holder.length < 2 || !/^\p{Lu}/u.test(holder[0] ?? '')) return null
  const before = words
    .slice(0, last)
    .findLastIndex((word) => !isOffice(word) && !additions.has(word))
  return { start: before + 1, end }
}

/** `Vice-President` is one, too, and so is `Secretary-General`. */
function isOffice(word: string): boolean {
  return word.split(/[‐-]/u).some((part) => offices.has(part))
}
