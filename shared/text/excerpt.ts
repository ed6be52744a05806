import { graphemeFloor } from './grapheme.ts'

/** Most of a text that is spoken or shown in passing, in UTF-16 code units. */
const excerptLength = 60

/**
 * The beginning of a text on one line, with `…` where it goes on: cut between words, or, where the last word is a long
 * one, between graphemes. An excerpt of an excerpt is the same.
 */
export function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ')
  if (line.length <= excerptLength) return line
  const end = graphemeFloor(line, excerptLength - 1)
  const space = line.lastIndexOf(' ', end)
  const begun = line.slice(0, space > excerptLength / 2 ? space : end).replace(/[\s,;:–—-]+$/u, '')
  return `${line.slice(0, graphemeFloor(line, begun.length))}…`
}
