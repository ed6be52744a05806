import type { Span } from '../../../../../shared/text/span.ts'
import { gapOfToken, isGap } from '../../../exporters/formats/conll/gaps.ts'
import type { Word } from './sentences.ts'

/** The text of a sentence, and where in it each word is, in UTF-16 code units. */
export type SentenceText = { readonly text: string; readonly places: readonly Span[] }

/** Words with one space between them, but after those that say there is none. */
export function joinedWords(words: readonly Word[], isOwn: boolean): SentenceText {
  const places: Span[] = []
  let text = ''
  let space = ''
  for (const { form, spaceAfter } of words) {
    const gap = isOwn ? gapOfToken(form) : null
    if (gap === null) text += space
    const start = text.length
    text += gap ?? form
    places.push({ start, end: text.length })
    space = spaceAfter && gap === null ? ' ' : ''
  }
  return { text, places }
}

/** Words found in the text that the file gives for their sentence, one after the other; `null` where they are not its words. */
export function wordsIn(text: string, words: readonly Word[], isOwn: boolean): SentenceText | null {
  const places: Span[] = []
  let at = 0
  for (const { form } of words) {
    const gap = isOwn ? gapOfToken(form) : null
    if (gap === null)
      while (at < text.length && !text.startsWith(form, at) && isGap(text.charAt(at))) at += 1
    const found = gap ?? form
    if (found === '' || !text.startsWith(found, at)) return null
    places.push({ start: at, end: at + found.length })
    at += found.length
  }
  return isGap(text.slice(at)) ? { text, places } : null
}
