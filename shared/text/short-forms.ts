/**
 * Names without those that another one has in full, which takes the place of the first of both: `Lee` where `Ann Lee` is
 * the only name that ends in it. A name that begins longer ones stays beside them (`Kim` and `Kim Jong-un`), but after
 * them: it may be a place in the name of an institution.
 */
export function withoutShortForms(names: readonly string[]): readonly string[] {
  const byLastWord = Map.groupBy(names.filter(isLong), (name) =>
    name.slice(name.lastIndexOf(' ') + 1),
  )
  const byFirstWord = Map.groupBy(names.filter(isLong), (name) => name.slice(0, name.indexOf(' ')))
  const full = names.flatMap((name) => {
    const ending = byLastWord.get(name) ?? []
    const [person, ...others] = ending
    if (person !== undefined && others.length === 0 && isPlain(person)) return person
    return [...(byFirstWord.get(name) ?? []), name]
  })
  return [...new Set(full)]
}

function isLong(name: string): boolean {
  return name.includes(' ')
}

/** England is no short form of `Bank of England`: no word without a capital is in the full form of a surname. */
function isPlain(name: string): boolean {
  return !/(?:^| )\p{Ll}/u.test(name)
}
