import { kindAt, searchableOf } from './searchable.ts'
import type { Span } from './span.ts'

/** Words to look for in folded texts, one after the other with nothing but signs and spaces between them. */
export type WordPattern = {
  /** What stands together without anything between; never empty. */
  readonly parts: readonly string[]
  /** Whether the last of them may go on. */
  readonly prefix: boolean
  /** Where in the first part its rarest letter is. */
  readonly rarest: number
}

/** Letters that are everywhere, the most frequent ones first; any other is rarer. */
const frequent = 'etaoinsrhldcumfgpywbvk'

/** The pattern of what somebody typed; `null` where it has no letters and digits. */
export function wordPatternOf(typed: string, prefix: boolean): WordPattern | null {
  const { folded } = searchableOf(typed)
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < folded.length; at += lengthAt(folded, at)) {
    if (kindAt(folded, at) === 'none') {
      if (part !== '') parts.push(part)
      part = ''
    } else part += folded.slice(at, at + lengthAt(folded, at))
  }
  if (part !== '') parts.push(part)
  const [first] = parts
  return first === undefined ? null : { parts, prefix, rarest: rarestIn(first) }
}

function rarestIn(part: string): number {
  const ranks = Array.from({ length: part.length }, (_, at) => {
    const rank = frequent.indexOf(part[at] ?? '')
    return rank === -1 ? frequent.length : rank
  })
  return ranks.indexOf(Math.max(...ranks))
}

/** Every place of a folded text, ascending and apart from each other; in UTF-16 code units of the folded text. */
export function placesOfPattern(
  folded: string,
  { parts, prefix, rarest }: WordPattern,
): readonly Span[] {
  const places: Span[] = []
  // Runs of letters are looked for by their first: the rarer that is, the less of a text is looked at twice.
  const [first = ''] = parts
  const [head, tail] = [first.slice(0, rarest), first.slice(rarest)]
  let at = folded.indexOf(tail, rarest)
  while (at !== -1) {
    const from = at - rarest
    const end = folded.startsWith(head, from) ? endOfMatch(folded, from, parts, prefix) : null
    if (end !== null) places.push({ start: from, end })
    at = folded.indexOf(tail, (end ?? from + 1) + rarest)
  }
  return places
}

function endOfMatch(
  folded: string,
  from: number,
  parts: readonly string[],
  prefix: boolean,
): number | null {
  if (!isEdge(folded, from)) return null
  let at = from
  for (const [rank, part] of parts.entries()) {
    if (rank > 0) {
      const gap = at
      while (at < folded.length && kindAt(folded, at) === 'none') at += 1
      if (at === gap || !folded.startsWith(part, at)) return null
    }
    at += part.length
    const isLast = rank === parts.length - 1
    if (isLast && prefix) return endOfWord(folded, at)
    if (!isEdge(folded, at)) return null
  }
  return at
}

/** Whether no word goes on over a place between two characters. */
function isEdge(folded: string, at: number): boolean {
  if (at === 0 || at >= folded.length) return true
  if (isLowSurrogate(folded.charCodeAt(at))) return false
  const before = isLowSurrogate(folded.charCodeAt(at - 1)) ? at - 2 : at - 1
  return kindAt(folded, before) !== 'letter' || kindAt(folded, at) !== 'letter'
}

/** Where a word that has begun ends. */
function endOfWord(folded: string, at: number): number | null {
  if (at < folded.length && isLowSurrogate(folded.charCodeAt(at))) return null
  let end = at
  while (end < folded.length && !isEdge(folded, end)) end += lengthAt(folded, end)
  return end
}

function lengthAt(folded: string, at: number): number {
  return (folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * The pattern as SQLite’s full-text search asks for it: what it finds holds every text that has the pattern. Each
 * character of a script without spaces is a word there.
 */
export function matchOfPattern({ parts, prefix }: WordPattern): string {
  const words = parts.map(apart).join(' ')
  return prefix ? `"${words}" *` : `"${words}"`
}

function apart(part: string): string {
  let words = ''
  for (const character of part) {
    const isWord = kindAt(character, 0) === 'word'
    words += isWord ? ` ${character} ` : character
  }
  return words
}
