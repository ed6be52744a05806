/** Who denies, and what of whom: names as they are typed; `null` for anybody. */
export type DenialEnds = { readonly denier: string | null; readonly denied: string | null }

const arrow = '>'

/**
 * What `denies:` can ask for: `Kim` for denials of what Kim said, `Lee > Kim` for those by Lee alone, and `Lee >` for
 * whatever Lee denies. `null` where nobody is named.
 */
export function denialEndsOf(typed: string): DenialEnds | null {
  const at = typed.indexOf(arrow)
  const denier = at === -1 ? '' : typed.slice(0, at).trim()
  const denied = typed.slice(at + 1).trim()
  if (denier === '' && denied === '') return null
  return { denier: denier === '' ? null : denier, denied: denied === '' ? null : denied }
}

/** The value that asks for what one speaker denies of another. */
export function denialValue(denier: NamedSpeaker, denied: NamedSpeaker): string {
  return `${nameAtEnd(denier)} ${arrow} ${nameAtEnd(denied)}`
}

type NamedSpeaker = { readonly id: string; readonly name: string }

/** What a speaker goes by at either end: the id where an arrow in the name would be taken for the one between them. */
export function nameAtEnd({ id, name }: NamedSpeaker): string {
  return name.includes(arrow) ? id : name
}

/** What is typed of the last end, and what stands before it. */
export function lastEndOf(typed: string): { readonly before: string; readonly begun: string } {
  const [before = ''] = /^[^>]*>\s*/.exec(typed) ?? []
  return { before, begun: typed.slice(before.length) }
}
