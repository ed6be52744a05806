import type { Span } from '../../../../shared/text/span.ts'

/** Characters of a document that may be gone through to find quotes, in UTF-16 code units: a second or two of work. */
const budget = 1_000_000_000

/** How far from the place that a source names its text is looked for, either way, in UTF-16 code units. */
const nearby = 20_000

export type QuoteSearch = {
  /** The only place of a quote between its prefix and suffix, or why there is none. */
  readonly unique: (
    quote: string,
    context: { readonly prefix: string; readonly suffix: string },
  ) => Span | 'notFound' | 'ambiguous'
  /** The place of a quote that is nearest to an offset; `null` for none nearby. Only ever proposed, never believed. */
  readonly nearest: (quote: string, offset: number) => Span | null
}

/** Looks for quotes in one stored text. All offsets are UTF-16 code units of it. */
export function searchQuotes(text: string): QuoteSearch {
  let left = budget
  const known = new Map<string, Span | 'notFound' | 'ambiguous'>()

  function find(wanted: string, from: number): number {
    if (left <= 0) return -1
    const at = text.indexOf(wanted, from)
    left -= (at === -1 ? text.length : at + wanted.length) - from
    return at
  }

  function search(prefix: string, quote: string, suffix: string): Span | 'notFound' | 'ambiguous' {
    const wanted = prefix + quote + suffix
    const at = find(wanted, 0)
    if (at === -1) return 'notFound'
    if (find(wanted, at + 1) !== -1) return 'ambiguous'
    return { start: at + prefix.length, end: at + prefix.length + quote.length }
  }

  return {
    unique: (quote, { prefix, suffix }) => {
      if (quote === '') return 'notFound'
      const key = JSON.stringify([prefix, quote, suffix])
      const found = known.get(key) ?? search(prefix, quote, suffix)
      known.set(key, found)
      return found
    },
    nearest: (quote, offset) => {
      if (quote === '') return null
      const from = Math.max(0, offset - nearby)
      const part = text.slice(from, offset + nearby + quote.length)
      if (left <= 0) return null
      left -= 2 * part.length
      const before = part.lastIndexOf(quote, offset - from)
      const after = part.indexOf(quote, Math.max(0, offset - from))
      const places = [before, after].filter((at) => at !== -1).map((at) => from + at)
      const [place] = places.toSorted(
        (one, other) => Math.abs(one - offset) - Math.abs(other - offset),
      )
      return place === undefined ? null : { start: place, end: place + quote.length }
    },
  }
}
