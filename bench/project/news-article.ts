import type { Span } from '../../shared/text/span.ts'
import type { Random } from '../random.ts'
import type { Language } from './language.ts'

/** A place to tag: what label it has and, by its place in the list of speakers, who said it. */
export type Mark = { readonly label: string; readonly span: Span; readonly speaker: number | null }

/** A generated article. Spans in UTF-16 code units of the text, in no order. */
export type NewsArticle = {
  readonly title: string
  readonly text: string
  readonly marks: readonly Mark[]
}

/**
 * An article of at least `size` bytes of UTF-8: sentences that report, quote, deny and judge, in paragraphs of three, with
 * exactly `count` marks. Quotes hold claims, so a part of the marks is nested.
 */
export function writeNewsArticle(
  { size, count }: { readonly size: number; readonly count: number },
  language: Language,
  speakers: readonly string[],
  random: Random,
): NewsArticle {
  const marks: Mark[] = []
  const sentences: Span[] = []
  let text = ''
  let bytes = 0

  function add(words: string): Span {
    const start = text.length
    text += words
    bytes += Buffer.byteLength(words)
    return { start, end: text.length }
  }

  const clause = () =>
    `${random.pick(language.subjects)}${language.space}${random.pick(language.predicates)}`
  const speakerNumber = () => random.between(0, speakers.length - 1)
  const title = capitalized(clause())

  function addSentence(): void {
    const { start } = add('')
    const speaker = speakerNumber()
    const name = `${speakers[speaker] ?? ''}${language.space}`
    switch (random.between(0, 4)) {
      case 0: {
        const opening = add(language.open)
        marks.push({ label: 'claim', span: add(clause()), speaker: null })
        const { end } = add(language.close)
        marks.push({ label: 'quote', span: { start: opening.start, end }, speaker })
        add(`${language.space}${name}${language.said}`)
        break
      }
      case 1:
        add(`${name}${language.said}${language.space}`)
        marks.push({ label: 'claim', span: add(clause()), speaker })
        break
      case 2:
        add(name)
        marks.push({
          label: 'denial',
          span: add(`${language.denied}${language.space}${clause()}`),
          speaker,
        })
        break
      case 3:
        marks.push({
          label: 'analysis',
          span: add(`${capitalized(clause())}, ${random.pick(language.tails)}`),
          speaker: null,
        })
        break
      default:
        add(capitalized(clause()))
    }
    sentences.push({ start, end: add(language.stop).end })
  }

  while (bytes < size) {
    addSentence()
    add(sentences.length % 3 === 0 ? '\n' : language.space)
  }
  // The text ends with its last sentence.
  const whole = text.slice(0, sentences.at(-1)?.end ?? 0)
  while (marks.length < count) {
    const first = random.between(0, sentences.length - 2)
    const [from, to] = [sentences[first], sentences[first + random.between(0, 1)]]
    if (from === undefined || to === undefined) continue
    marks.push({ label: 'analysis', span: { start: from.start, end: to.end }, speaker: null })
  }
  return { title, text: whole, marks: marks.slice(0, count) }
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
