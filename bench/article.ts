import type { Span } from '../shared/text/span.ts'
import type { Random } from './random.ts'

/** A generated text and where its words lie in it, in UTF-16 code units, without quotes and stops. */
export type Article = { readonly text: string; readonly words: readonly Span[] }

const vocabulary =
  'the a of to in and on for that with by from was has said told not all new two after over who would could ' +
  'minister spokesman government reporters officials parliament border company report market police court city ' +
  'meeting statement agreement evidence election budget inquiry hospital railway harbour teacher engineer union ' +
  'claimed denied added confirmed rejected promised warned expects announced described questioned published ' +
  'yesterday Tuesday March early late public private foreign local final urgent careful Zürich São Łódź naïve café'
const choices = vocabulary.split(' ')
const emoji = ['👨‍👩‍👧‍👦', '👍🏿', '🇺🇦', '😀', '⚖️']

/** An article of `count` words in paragraphs of about sixty, with some speech in curly quotes and some emoji. */
export function writeArticle(count: number, random: Random): Article {
  const words: Span[] = []
  let text = ''
  while (words.length < count) {
    const paragraphEnd = Math.min(count, words.length + random.between(45, 75))
    while (words.length < paragraphEnd) {
      const sentenceEnd = Math.min(paragraphEnd, words.length + random.between(8, 20))
      const spoken = random.between(1, 6) === 1
      if (spoken) text += '“'
      const first = words.length
      while (words.length < sentenceEnd) {
        const word = random.pick(choices)
        const shown = words.length === first ? word.charAt(0).toUpperCase() + word.slice(1) : word
        words.push({ start: text.length, end: text.length + shown.length })
        text += words.length < sentenceEnd ? `${shown} ` : shown
      }
      text += spoken ? '.”' : '.'
      if (random.between(1, 12) === 1) text += ` ${random.pick(emoji)}`
      if (words.length < paragraphEnd) text += ' '
    }
    if (words.length < count) text += '\n'
  }
  return { text, words }
}
