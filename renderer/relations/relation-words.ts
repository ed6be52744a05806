import type { Annotation } from '../../shared/model/annotation.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { graphemeFloor } from '../../shared/text/grapheme.ts'
import type { RelationOffer } from './relation-offers.ts'

/** The relation types of a new project, read from their other end. */
const inverses: Readonly<Record<string, string>> = {
  denies: 'is denied by',
  supports: 'is supported by',
  repeats: 'is repeated by',
  'responds to': 'is answered by',
}

/** Most of a quote that is spoken or shown in passing, in UTF-16 code units. */
const excerptLength = 60

/** How a relation reads from one of its ends: `denies`, `is denied by`. The project's own words are turned round as they are. */
export function readFrom(name: string, end: RelationOffer['end']): string {
  return end === 'from' ? name : (inverses[name] ?? `… ${name} this`)
}

/** How an offer reads from the annotation it is made to. */
export function offerName({ type, end }: RelationOffer): string {
  return readFrom(type.name, end)
}

/** The name of a relation's type; its id where the tag set has it no longer. */
export function typeName(types: readonly RelationType[], id: string): string {
  return types.find((type) => type.id === id)?.name ?? id
}

/** The beginning of a quote on one line, with `…` where it goes on. Splits no grapheme. */
export function excerptOf(quote: string): string {
  const line = quote.replaceAll(/\s+/gu, ' ')
  if (line.length <= excerptLength) return line
  return `${line.slice(0, graphemeFloor(line, excerptLength)).trimEnd()}…`
}

/** An annotation in a few words: `Claim “the bridge is safe”`. A quote that has its own quotation marks gets no others. */
export function annotationWords(
  labels: readonly Label[],
  { label, quote }: Pick<Annotation, 'label' | 'quote'>,
): string {
  const name = labelName(labels, label)
  const excerpt = excerptOf(quote)
  return /^["“”«‹„‘‚']/u.test(excerpt) ? `${name} ${excerpt}` : `${name} “${excerpt}”`
}

/** A relation as a sentence: `Denial “that is false” denies claim “the bridge is safe”.` */
export function relationSentence(
  labels: readonly Label[],
  name: string,
  from: Annotation,
  to: Annotation,
): string {
  const object = annotationWords(labels, to)
  return `${annotationWords(labels, from)} ${name} ${object.charAt(0).toLocaleLowerCase()}${object.slice(1)}.`
}
