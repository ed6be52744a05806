/** As long as ids of labels and attributes may be, in UTF-16 code units. */
const longest = 64

/**
 * A stable word for something that has a name: what datasets carry for it. Letters and digits of any script in lower case,
 * with hyphens between them; none of `taken`. A name without letters or digits gives `fallback`.
 */
export function wordIdFor(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const id = cut(words.join('-'), longest) || fallback
  if (!taken.has(id)) return id
  for (let count = 2; ; count += 1) {
    const suffix = `-${count}`
    const numbered = `${cut(id, longest - suffix.length)}${suffix}`
    if (!taken.has(numbered)) return numbered
  }
}

/** No half of a letter outside the basic plane is left at the end. */
function cut(word: string, length: number): string {
  return word
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
}
